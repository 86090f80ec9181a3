// TOML 1.0 for what people write by hand; inside the program it is Json.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"

namespace ugoda {

/// Dates and times become their ISO 8601 text. Throws Error(Fault::input) at `where`
/// with line and column; also for numbers that are not finite, and past the limits.
[[nodiscard]] Json parse_toml(std::string_view text, const std::string& where, JsonLimits limits = {});

/// Objects become tables; null members are left out, as TOML has no null.
[[nodiscard]] std::string to_toml(const Json& object);

}  // namespace ugoda
