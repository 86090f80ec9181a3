// What a field expects, in words for the person who fills it in.
#pragma once

#include <string>

#include "base/json.h"
#include "casefile/form.h"

namespace ugoda {

/// `a date that exists, like 2026-03-12`; `one of owner, director`.
[[nodiscard]] std::string expectation(const Field& field);

/// True for what no pattern can tell: a day that is in no calendar, an hour that is none.
[[nodiscard]] bool is_impossible(const Field& field, const Json& value);

/// The value as it may be shown in one line: texts quoted, long ones cut.
[[nodiscard]] std::string shown(const Json& value);

}  // namespace ugoda
