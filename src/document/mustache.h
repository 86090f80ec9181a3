// The only door to the Mustache library, and the two kinds of tag we allow: a name and a
// section. No loops, no partials, nothing unescaped.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace ugoda {

struct Tag {
    enum class Kind { value, section, inverted, end };
    Kind kind = Kind::value;
    std::string name;

    bool operator==(const Tag&) const = default;
};

/// All tags in reading order. Throws Error(Fault::wording) at `where` for a forbidden kind
/// of tag, a stray brace pair, or a section that is not closed in its order.
[[nodiscard]] std::vector<Tag> tags_in(const std::string& text, const std::string& where);

/// What every name stands for. Values are put in as they are.
struct Meanings {
    std::map<std::string, std::string> values;
    std::map<std::string, bool> truths;
};

/// `text` must have passed tags_in, and every name in it must be in `meanings`.
[[nodiscard]] std::string fill(const std::string& text, const Meanings& meanings,
                               const std::string& where);

}  // namespace ugoda
