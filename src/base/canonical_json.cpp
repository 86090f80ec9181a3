#include "base/canonical_json.h"

#include <array>

#include "base/error.h"
#include "base/text.h"

namespace ugoda {

namespace {

/// What `canonical_json` makes of it, for the few values that no rule of thumb decides.
bool is_written_again(std::string_view bytes) {
    try {
        return canonical_json(parse_json(bytes, "JSON")) == bytes;
    } catch (const Error&) {
        return false;
    }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_one_of(char c, std::string_view characters) {
    return characters.find(c) != std::string_view::npos;
}

/// Characters that stand for themselves in a string and are ASCII.
constexpr std::array<bool, 256> plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0x20; c < 0x80; ++c) table[c] = c != '"' && c != '\\';
    return table;
}();

/// Walks over one value. After `false` the position means nothing.
class Walk {
  public:
    Walk(std::string_view text, std::size_t depth) : text_(text), depth_(depth) {}

    bool value() {
        switch (next()) {
            case '{': return object();
            case '[': return array();
            case '"': return string();
            case 't': return literal("true");
            case 'f': return literal("false");
            case 'n': return literal("null");
            default: return number();
        }
    }
    [[nodiscard]] std::size_t position() const { return at_; }

  private:
    [[nodiscard]] char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        const bool is_next = next() == c;
        at_ += is_next;
        return is_next;
    }
    bool literal(std::string_view word) {
        const bool is_next = text_.substr(at_).starts_with(word);
        at_ += word.size();
        return is_next;
    }
    bool enter() {
        ++at_;
        return ++open_ <= depth_;
    }
    bool leave(char bracket) {
        --open_;
        return take(bracket);
    }

    bool array();
    bool object();
    bool string();
    bool escape();
    bool number();

    std::string_view text_;
    std::size_t depth_, at_ = 0, open_ = 0;
    bool is_plain_ = true;  // the last string: nothing but characters that stand for themselves
};

bool Walk::array() {
    if (!enter()) return false;
    if (next() == ']') return leave(']');
    do {
        if (!value()) return false;
    } while (take(','));
    return leave(']');
}

/// Names rise. By bytes that is the order of RFC 8785 only as long as they are ASCII.
bool Walk::object() {
    const std::size_t first = at_;
    if (!enter()) return false;
    if (next() == '}') return leave('}');
    std::string_view before;
    bool is_easy = true;
    do {
        const std::size_t begin = at_ + 1;
        if (next() != '"' || !string()) return false;
        const std::string_view name = text_.substr(begin, at_ - 1 - begin);
        is_easy = is_easy && is_plain_;
        if (is_easy && begin - first > 2 && name <= before) return false;
        before = name;
        if (!take(':') || !value()) return false;
    } while (take(','));
    return leave('}') && (is_easy || is_written_again(text_.substr(first, at_ - first)));
}

bool Walk::string() {
    const std::size_t first = ++at_;
    bool is_ascii = true;
    is_plain_ = true;
    for (;; ++at_) {
        while (at_ < text_.size() && plain[static_cast<unsigned char>(text_[at_])]) ++at_;
        const auto c = static_cast<unsigned char>(next());
        if (c == '"') break;
        if (c < 0x20 || (c == '\\' && !escape())) return false;  // also at the end of the text
        is_plain_ = false;
        if (c >= 0x80) is_ascii = false;
    }
    ++at_;
    return is_ascii || is_utf8(text_.substr(first, at_ - 1 - first));
}

/// Only what must be escaped is, the short way where there is one. Ends on its last character.
bool Walk::escape() {
    ++at_;
    if (next() != 'u') return is_one_of(next(), "\"\\bfnrt");
    const std::string_view digits = text_.substr(at_ + 1, 4);
    at_ += 4;
    if (digits.size() != 4 || !digits.starts_with("00") || (digits[2] != '0' && digits[2] != '1'))
        return false;
    return is_one_of(digits[3], digits[2] == '0' ? "01234567bef" : "0123456789abcdef");
}

/// Integers of up to 15 digits are written as they are; other numbers are not common enough to
/// be clever about.
bool Walk::number() {
    const std::size_t first = at_;
    take('-');
    const std::size_t digits = at_;
    while (is_digit(next())) ++at_;
    const std::size_t count = at_ - digits;
    const bool is_integer = next() != '.' && next() != 'e' && next() != 'E';
    if (is_integer && count > 0 && count <= 15 && (text_[digits] != '0' || at_ - first == 1))
        return true;
    while (is_one_of(next(), "0123456789+-.eE")) ++at_;
    return at_ > first && is_written_again(text_.substr(first, at_ - first));
}

}  // namespace

bool is_canonical_json(std::string_view text, JsonLimits limits) {
    CanonicalReader reader(text, limits);
    return text.size() <= limits.bytes && reader.value() && reader.is_at_end();
}

bool CanonicalReader::skip(std::string_view literal) {
    const bool is_next = rest_.starts_with(literal);
    if (is_next) rest_.remove_prefix(literal.size());
    return is_next;
}

std::optional<std::string_view> CanonicalReader::value() {
    Walk walk(rest_, depth_);
    if (!walk.value()) return std::nullopt;
    const std::string_view bytes = rest_.substr(0, walk.position());
    rest_.remove_prefix(bytes.size());
    return bytes;
}

std::string_view member_of(std::string_view object, std::string_view name) {
    CanonicalReader reader(object);
    for (bool more = reader.skip("{"); more; more = reader.skip(",")) {
        const auto key = reader.value();
        reader.skip(":");
        const auto value = reader.value();
        if (!key || !value) break;
        if (key->substr(1, key->size() - 2) == name) return *value;
    }
    return {};
}

std::optional<std::string> text_of(std::string_view value) {
    if (!value.starts_with('"')) return std::nullopt;
    if (value.find('\\') == std::string_view::npos)
        return std::string(value.substr(1, value.size() - 2));
    return parse_json(value, "JSON").get<std::string>();
}

}  // namespace ugoda
