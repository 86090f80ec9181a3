// JSON as the program's vocabulary: read with limits, written in one canonical form.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace ugoda {

using Json = nlohmann::json;

struct JsonLimits {
    std::size_t bytes = 8u << 20;
    std::size_t depth = 64;
};

/// One JSON value and nothing after it. Duplicate keys, ill-formed UTF-8, depth and size
/// past the limits throw Error(Fault::input) at `where` with line and column.
[[nodiscard]] Json parse_json(std::string_view text, const std::string& where, JsonLimits limits = {});

/// RFC 8785 (JSON Canonicalization Scheme). Throws Error(Fault::internal) on NaN or infinity.
[[nodiscard]] std::string canonical_json(const Json& value);

/// The string at `key`, or "" when it is absent, null or no string.
[[nodiscard]] std::string text_at(const Json& object, std::string_view key);

/// Absent, null, "", [] or {}: nothing was answered. `false` and 0 are answers.
[[nodiscard]] bool is_blank(const Json& value);

}  // namespace ugoda
