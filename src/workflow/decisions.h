// Going on in spite of decisions: the reason and the name are logged with what was decided.
#pragma once

#include <string>

#include "base/finding.h"
#include "base/json.h"

namespace ugoda {

struct Despite {
    std::string reason, by;
};

/// What is logged of decisions taken: reason, name, and which. Null when there are none to take
/// or nobody took them.
[[nodiscard]] Json decisions_taken(const Findings& findings, const Despite& despite);

/// Decisions that were taken and logged are warnings from then on.
[[nodiscard]] Findings with_decisions(Findings findings, const Json& taken);

}  // namespace ugoda
