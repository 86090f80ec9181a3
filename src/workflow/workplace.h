// Where a wish is carried out: which vault, on which machine, by whom.
#pragma once

#include <filesystem>
#include <string>

#include "base/finding.h"
#include "base/progress.h"
#include "base/resources.h"
#include "vault/vault.h"

namespace ugoda {

struct Workplace {
    std::filesystem::path vault;
    Surroundings surroundings;
    Resources resources;
    std::string staff;    ///< id from vault.toml; empty: the first one there
    Progress progress{};  ///< of whatever takes long
};

/// The program's data, the vault's own forms and templates before its own. Throws
/// Error(Fault::storage) when the program has lost its own.
[[nodiscard]] Resources own_first(const Workplace& workplace);

/// The vault named, or in UGODA_VAULT, or the one the current folder is in.
/// Throws Error(Fault::usage) when there is none of these.
[[nodiscard]] std::filesystem::path find_vault(const std::string& named);

[[nodiscard]] Vault open_vault(const Workplace& workplace, Access access);

/// The id to log events under. Throws Error(Fault::usage) for one that vault.toml lacks.
[[nodiscard]] std::string acting_staff(const Vault& vault, const Workplace& workplace);

/// Now, in the vault's time zone.
[[nodiscard]] Instant current_time(const Vault& vault, const Workplace& workplace);

/// Now, where there is no vault yet.
[[nodiscard]] Instant present_time(const Workplace& workplace, const std::string& time_zone);

/// The name that vault.toml gives to a staff id, or the id itself.
[[nodiscard]] std::string staff_name(const Json& settings, const std::string& id);

/// `case 2026-0001` or `visit V-2026-0001`.
[[nodiscard]] std::string called(const std::string& number);

/// Case or visit. Throws Error(Fault::input) when the vault has none of that number.
[[nodiscard]] CaseEntry existing_case(const Vault& vault, const std::string& number);

/// Throw Error(Fault::input) when the number is one of the other kind.
void require_complaint(const std::string& number);
void require_visit(const std::string& number);

/// A closed case can still be added to; a note says so.
[[nodiscard]] Findings note_if_closed(const CaseEntry& entry);

}  // namespace ugoda
