// How deep a TOML text nests, told without parsing it: the parser would recurse, and so would
// whoever takes its tables apart again.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ugoda {

/// The first byte that opens more than `limit` levels: brackets, or dots of one name
/// (`a.b.c = 1`), outside texts and comments. Nothing when there is none. Ill-formed TOML may
/// be judged too deep, but never passes deeper than the limit.
[[nodiscard]] std::optional<std::size_t> too_deep_in_toml(std::string_view text, std::size_t limit);

}  // namespace ugoda
