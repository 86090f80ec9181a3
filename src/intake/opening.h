// What opening a case or a visit asks for; all else is asked when a record needs it. Works on a
// case file whose texts are cleaned.
#pragma once

#include "base/finding.h"
#include "base/json.h"

namespace ugoda {

/// Stops for what is given and is not of its kind.
[[nodiscard]] Findings check_opening_kinds(const Json& file);

/// Stops for what is missing, in the file of a case and of a visit.
[[nodiscard]] Findings check_opening_given(const Json& file);
[[nodiscard]] Findings check_visit_given(const Json& file);

}  // namespace ugoda
