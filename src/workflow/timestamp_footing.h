// How long the vault's timestamps can be checked, and whether they hold.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "workflow/workplace.h"

namespace ugoda {

/// A timestamp stands as long as its authority's certificate, or one under which a later timestamp
/// covers it, lasts. (One that was renewed too late counts as renewed: better is not to be had.)
struct Footing {
    std::uint64_t seq = 0;  ///< of its event
    Instant until;
};
[[nodiscard]] std::vector<Footing> footings(const std::vector<TimestampEntry>& timestamps);

/// What waits for a timestamp (a note, when an authority is named), and what loses its footing within
/// 90 days (a warning).
[[nodiscard]] Findings timestamps_due(const Vault& vault, Instant now);

/// Each timestamp against its checkpoint, at its own time. Those whose object is damaged or gone are
/// told by whoever checks objects.
[[nodiscard]] Findings check_timestamps(const Vault& vault);

}  // namespace ugoda
