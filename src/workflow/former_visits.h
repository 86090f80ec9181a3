// The visits that a complaint is about: what is known of them becomes part of the case.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "base/json.h"
#include "workflow/arrivals.h"

namespace ugoda {

struct FormerVisits {
    std::vector<CaseEntry> visits;  ///< oldest first, each once
    Findings findings;

    [[nodiscard]] std::vector<std::string> numbers() const;
};

/// Those that the case file names under `visits`, and `named` beside it. A number that is no
/// visit's, and a visit of another client, is a stop among the findings.
[[nodiscard]] FormerVisits find_visits(const Vault& vault, const Json& file, const std::vector<std::string>& named);

/// The file and, of every section and fact that it lacks, what the newest visit has of it.
[[nodiscard]] Json completed(Json file, const FormerVisits& former);

/// The visits' photographs and attachments as further arrivals: the same objects, with the visit
/// and the time at which it received them. What the case file brings itself stays as the file has
/// it, and gets that time.
void take_over(Arrivals& arrivals, const Vault& vault, const Json& file, const FormerVisits& former);

}  // namespace ugoda
