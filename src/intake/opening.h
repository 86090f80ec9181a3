// What opening a case asks for, of the sections client and intake; all else is asked when a
// record needs it. Works on a case file whose texts are cleaned.
#pragma once

#include "base/finding.h"
#include "base/json.h"

namespace ugoda {

/// Stops for what is given and is not of its kind.
[[nodiscard]] Findings check_opening_kinds(const Json& file);

/// Stops for what is missing.
[[nodiscard]] Findings check_opening_given(const Json& file);

}  // namespace ugoda
