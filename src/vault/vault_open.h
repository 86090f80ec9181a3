// What is refused when a vault is opened, and in which words.
#pragma once

#include "audit/checkpoint.h"
#include "vault/open_log.h"

namespace ugoda {

/// Throws Error(Fault::storage) when there is no vault, or only what an interrupted `create`
/// left: vault.toml is the last file it writes.
void require_whole(const VaultFiles& files);

/// Before anything is shown: the log is that of this vault.toml, not of another vault. Throws
/// Error(Fault::integrity).
void require_same_log(const OpenLog& log);

/// Throws Error(Fault::integrity) unless settings, key and first event are of one vault and
/// the log reaches its marks.
void require_same_vault(const OpenLog& log);

/// Throws Error(Fault::storage) when it cannot be used, Error(Fault::integrity) when it is not
/// the key that the log names.
[[nodiscard]] SigningKey load_matching_key(const VaultFiles& files, const LogKey& present);

}  // namespace ugoda
