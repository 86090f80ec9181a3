// Which time limits of the law apply to a case, and when they end. Pure.
#pragma once

#include <string>

#include "base/finding.h"
#include "base/json.h"
#include "casefile/deadline.h"

namespace ugoda {

/// What the law looks at.
struct CaseUnderLaw {
    const Json& sections;   ///< of the case file: intake, client, settlement…
    std::string country;    ///< PL
    std::string region;     ///< as in the case file: Andalucía, or empty
    std::string time_zone;  ///< IANA name, of moments
};

struct DutiesFound {
    /// As `deadlines.set` has them: id, what, due, counts_from, basis, certainty, silence; and
    /// `law_due` when the case file's own, earlier date counts as `due`.
    Json duties = Json::array();
    /// Warnings for dates of the case file that the law does not allow; notes on what varies.
    Findings findings;
};

[[nodiscard]] DutiesFound duties_of(const DeadlineBook& book, const CaseUnderLaw& law);

/// Until when something may come from the other side, by today's book: id, what, until, basis,
/// certainty, means.
[[nodiscard]] Json limits_of(const DeadlineBook& book, const CaseUnderLaw& law);

/// What else is to be known, without a date: id, what, term, basis, certainty, means.
[[nodiscard]] Json notes_of(const DeadlineBook& book, const CaseUnderLaw& law);

}  // namespace ugoda
