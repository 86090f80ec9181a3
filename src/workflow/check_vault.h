// `ugoda verify`, `settings accept` and `reindex`: the vault itself.
#pragma once

#include <filesystem>
#include <string>

#include "base/finding.h"
#include "workflow/workplace.h"

namespace ugoda {

struct VaultReport {
    bool is_intact = false;
    Findings findings;
    std::uint64_t events = 0, objects = 0;  ///< looked at
};

/// Everything in the vault, opened read-only; all findings.
[[nodiscard]] VaultReport check_vault(const Workplace& workplace);

/// The checkpoint in `witness_file`, copied from a paper, against the log.
[[nodiscard]] VaultReport check_witness(const Workplace& workplace, const std::filesystem::path& witness_file);

/// Logs the present vault.toml as the accepted one. False when it already was.
[[nodiscard]] bool accept_settings(const Workplace& workplace);

/// Makes the derived tables anew from the events.
void reindex_vault(const Workplace& workplace);

}  // namespace ugoda
