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

struct Acceptance {
    bool is_new = false;  ///< false: it was the accepted one already, or a finding stops it
    Findings findings;
};

/// Logs the present vault.toml as the accepted one, if it can be worked with.
[[nodiscard]] Acceptance accept_settings(const Workplace& workplace);

/// Makes the derived tables anew from the events.
void reindex_vault(const Workplace& workplace);

}  // namespace ugoda
