// Reading JSON of which only the outline has been checked: what is missing or of another type
// reads as nothing.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/json.h"

namespace ugoda {

/// The whole number at `key`, or 0 when it is absent or none.
[[nodiscard]] std::int64_t number_at(const Json& object, std::string_view key);

/// The list at `key`, or an empty one when it is absent or none.
[[nodiscard]] Json list_at(const Json& object, std::string_view key);

/// Without the members and elements that are null, at any depth: null says nothing.
[[nodiscard]] Json without_nulls(Json value);

}  // namespace ugoda
