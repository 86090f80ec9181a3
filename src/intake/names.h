// A closed list of names, as entries of a case file choose from.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace ugoda {

using Names = std::span<const std::string_view>;

[[nodiscard]] inline bool is_among(Names names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// `owner, director`, for messages.
[[nodiscard]] inline std::string listed(Names names) {
    std::string result;
    for (const std::string_view name : names)
        result.append(result.empty() ? "" : ", ").append(name);
    return result;
}

}  // namespace ugoda
