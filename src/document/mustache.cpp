#include "document/mustache.h"

#include <kainjow/mustache.hpp>

#include "base/error.h"

namespace ugoda {

namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& what) {
    throw Error(Fault::wording, where, what, "see templates/README.md for the tags allowed");
}

Tag tag_from(const std::string& inside, const std::string& where) {
    Tag tag;
    std::string name = inside;
    const std::string sigil = name.substr(0, 1);
    if (sigil == "#") tag.kind = Tag::Kind::section;
    if (sigil == "^") tag.kind = Tag::Kind::inverted;
    if (sigil == "/") tag.kind = Tag::Kind::end;
    if (tag.kind != Tag::Kind::value) name.erase(0, 1);
    for (const char c : name) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '_' || c == '-' || c == ':';
        if (!is_plain && name != "§") refuse(where, "the tag '{{" + inside + "}}' is not allowed");
    }
    if (name.empty()) refuse(where, "the tag '{{" + inside + "}}' has no name");
    tag.name = name;
    return tag;
}

void check_nesting(const std::vector<Tag>& tags, const std::string& where) {
    std::vector<std::string> open;
    for (const Tag& tag : tags) {
        if (tag.kind == Tag::Kind::section || tag.kind == Tag::Kind::inverted)
            open.push_back(tag.name);
        if (tag.kind != Tag::Kind::end) continue;
        if (open.empty() || open.back() != tag.name)
            refuse(where, "the section '" + tag.name + "' ends where it was not begun");
        open.pop_back();
    }
    if (!open.empty()) refuse(where, "the section '" + open.back() + "' is not closed");
}

}  // namespace

std::vector<Tag> tags_in(const std::string& text, const std::string& where) {
    std::vector<Tag> tags;
    std::size_t at = 0;
    for (auto open = text.find("{{"); open != std::string::npos; open = text.find("{{", at)) {
        const auto close = text.find("}}", open);
        if (close == std::string::npos) refuse(where, "a tag is not closed with }}");
        if (text.substr(at, open - at).find("}}") != std::string::npos)
            refuse(where, "}} stands without its {{");
        tags.push_back(tag_from(text.substr(open + 2, close - open - 2), where));
        at = close + 2;
        if (text.substr(at, 1) == "}") refuse(where, "three braces are not allowed");
    }
    if (text.find("}}", at) != std::string::npos) refuse(where, "}} stands without its {{");
    check_nesting(tags, where);
    return tags;
}

std::string fill(const std::string& text, const Meanings& meanings, const std::string& where) {
    using kainjow::mustache::data;
    data map;
    for (const auto& [name, value] : meanings.values) map.set(name, value);
    for (const auto& [name, truth] : meanings.truths) map.set(name, truth);
    kainjow::mustache::mustache engine(text);
    engine.set_custom_escape([](const std::string& value) { return value; });
    std::string result = engine.render(map);
    if (!engine.is_valid()) refuse(where, engine.error_message());
    return result;
}

}  // namespace ugoda
