// `ugoda timestamp`: a trusted timestamp (RFC 3161) over the log's present checkpoint. One covers
// every event before it, so nothing has to be queued for when there is no network: the log knows
// what was not covered yet.
#pragma once

#include <string>

#include "base/finding.h"
#include "workflow/workplace.h"

namespace ugoda {

struct Stamping {
    bool is_new = false;     ///< false: nothing was new, or nobody could be reached; see findings
    std::uint64_t size = 0;  ///< events under the newest timestamp
    std::string time, authority, until;  ///< of the new one: RFC 3339; until when its certificate lasts
    std::uint64_t renewed = 0;           ///< older ones whose footing it renews
    Findings findings;
};

/// Throws Error(Fault::usage) when no authority is named, Error(Fault::storage) when what answers is
/// none or lies: nothing is stored then. `renews`: also when nothing is new, and the event names the
/// timestamps that rest on this one from now on.
[[nodiscard]] Stamping stamp_log(const Workplace& workplace, bool renews);

/// Seconds that an authority has while somebody waits for a paper.
constexpr int patience_at_issue = 5;

/// What waits because nobody answers: a note.
[[nodiscard]] Finding nobody_reached(const Vault& vault);

/// After something was logged, when an authority is named: at most a few seconds, and whatever goes
/// wrong is a note. Nothing when none is named, or nothing is new.
[[nodiscard]] Findings stamp_if_online(Vault& vault, const Workplace& workplace, const std::string& staff);

}  // namespace ugoda
