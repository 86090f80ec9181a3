// The file with the log's signing key: read only when nobody else can read it.
#pragma once

#include <filesystem>

#include "audit/checkpoint.h"
#include "vault/vault_files.h"

namespace ugoda {

/// Throws Error(Fault::storage) when it is missing, no key, or others may read it.
[[nodiscard]] SigningKey load_log_key(const std::filesystem::path& file);

/// Where the key of that verifier key waits, `keys/log-<key id>.key`, until it is logged.
[[nodiscard]] std::filesystem::path next_log_key(const VaultFiles& files, const std::string& public_key);
/// Puts it in its place, if it waits there.
void take_waiting_key(const VaultFiles& files, const std::string& public_key);

/// The permission bits that let group or others at `path`; 0 when there are none, or no file.
[[nodiscard]] unsigned open_to_others(const std::filesystem::path& path);

}  // namespace ugoda
