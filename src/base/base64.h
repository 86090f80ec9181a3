// Base64 (RFC 4648 §4), strict: no white space, padding required, one spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ugoda {

[[nodiscard]] std::string to_base64(std::string_view bytes);
/// Nothing unless encoding the result gives back exactly `text`.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace ugoda
