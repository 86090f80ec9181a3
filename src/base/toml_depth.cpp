#include "base/toml_depth.h"

#include <algorithm>

namespace ugoda {

namespace {

/// A long text may end in one or two quotes of its own, which stand behind the three that end it.
std::size_t after_quotes(std::string_view text, std::size_t at, bool is_long) {
    for (int more = 0; is_long && more < 2 && at < text.size() && text[at] == text[at - 1]; ++more) ++at;
    return at;
}

/// Just past the text that begins at `at`, in any of TOML's four kinds of quotes.
std::size_t after_text(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::string_view three = text.substr(at, 3);
    const bool is_long = three.size() == 3 && three[1] == quote && three[2] == quote;
    const std::string_view end = is_long ? three : text.substr(at, 1);
    for (at += end.size(); at < text.size(); ++at) {
        if (text.substr(at).starts_with(end)) return after_quotes(text, at + end.size(), is_long);
        if (text[at] == '\\' && quote == '"') ++at;
        if (!is_long && at < text.size() && text[at] == '\n') return at;
    }
    return text.size();
}

}  // namespace

std::optional<std::size_t> too_deep_in_toml(std::string_view text, std::size_t limit) {
    std::size_t brackets = 0, dots = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = after_text(text, at) - 1;
            continue;
        }
        if (c == '#') at = std::min(text.find('\n', at), text.size() - 1);
        if (c == '.' && ++dots > limit) return at;
        if ((c == '[' || c == '{') && ++brackets > limit) return at;
        if ((c == ']' || c == '}') && brackets > 0) --brackets;
        if (c == '=' || c == ',' || c == '[' || c == '{' || text[at] == '\n') dots = 0;
    }
    return std::nullopt;
}

}  // namespace ugoda
