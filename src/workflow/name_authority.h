// The timestamp authority in vault.toml: `[timestamp]` with `url`, `ca` (SHA-256 of an object:
// certificates its own must lead to) and `timeout_seconds`.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/finding.h"
#include "seal/authority.h"
#include "workflow/workplace.h"

namespace ugoda {

/// Nothing when none is named.
[[nodiscard]] std::optional<Authority> named_authority(const Vault& vault);

/// All that is wrong with that table (null: there is none), each finding a stop.
[[nodiscard]] Findings check_authority(const Json& timestamp);

/// The object that the table names, for the event that accepts it. Throws Error(Fault::input) when
/// there is no such.
[[nodiscard]] std::vector<ObjectRef> authority_objects(const Vault& vault);

struct NewAuthority {
    std::string url;
    std::filesystem::path certificates{};  ///< PEM; empty: what the system trusts
};

/// Writes it to vault.toml, whose other lines stay as they are, and logs that. False when it is named
/// there already. Throws Error(Fault::input) when vault.toml has an edit that was not accepted.
[[nodiscard]] bool name_authority(const Workplace& workplace, const NewAuthority& authority);

}  // namespace ugoda
