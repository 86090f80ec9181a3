#include "base/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <vector>

#include "base/error.h"
#include "base/text.h"

namespace ugoda {

namespace {

std::string position(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto last = before.rfind('\n');
    const auto column = last == std::string_view::npos ? before.size() + 1 : before.size() - last;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Refuses depth before the parser recurses into it: brackets outside strings.
void check_depth(std::string_view text, const std::string& where, std::size_t limit) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit)
                throw Error(Fault::input, where,
                            position(text, i) + ": nested deeper than " + std::to_string(limit) + " levels",
                            "flatten the file");
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
}

/// ECMAScript Number::toString, as RFC 8785 §3.2.2.3 asks: shortest digits that read back.
std::string number_text(double value) {
    if (!std::isfinite(value))
        throw Error(Fault::internal, "JSON", "a number is not finite", "report this");
    if (value == 0) return "0";
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(value),
                                   std::chars_format::scientific).ptr;
    const std::string_view scientific(buffer, static_cast<std::size_t>(end - buffer));
    const auto e = scientific.find('e');
    std::string digits(scientific.substr(0, e));
    digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
    int exponent = 0;
    const char* first = scientific.data() + e + 1;
    if (*first == '+') ++first;
    std::from_chars(first, end, exponent);

    const int count = static_cast<int>(digits.size());
    const int point = exponent + 1;  // decimal point after this many digits
    std::string text;
    if (count <= point && point <= 21) {
        text = digits + std::string(static_cast<std::size_t>(point - count), '0');
    } else if (0 < point && point <= 21) {
        text = digits.substr(0, static_cast<std::size_t>(point)) + "." +
               digits.substr(static_cast<std::size_t>(point));
    } else if (-6 < point && point <= 0) {
        text = "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    } else {
        text = digits.substr(0, 1);
        if (count > 1) text += "." + digits.substr(1);
        text += exponent < 0 ? "e-" : "e+";
        text += std::to_string(std::abs(exponent));
    }
    return (value < 0 ? "-" : "") + text;
}

void write_string(const std::string& text, std::string& out) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\b': out += "\\b"; break;
            case '\f': out += "\\f"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += "\\u00";
                    out += hex[c >> 4];
                    out += hex[c & 15];
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

/// Keys are ordered by UTF-16 code units (RFC 8785 §3.2.3), not by bytes.
std::u16string utf16(std::string_view text) {
    std::u16string units;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c > 0xFFFF) {
            units += static_cast<char16_t>(0xD7C0 + (c >> 10));
            units += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
        } else {
            units += static_cast<char16_t>(c);
        }
    }
    return units;
}

void write(const Json& value, std::string& out) {
    if (value.is_object()) {
        std::vector<std::pair<std::u16string, const std::string*>> keys;
        for (const auto& member : value.items()) keys.emplace_back(utf16(member.key()), &member.key());
        std::sort(keys.begin(), keys.end(), [](auto& a, auto& b) { return a.first < b.first; });
        out += '{';
        for (const auto& [order, key] : keys) {
            if (out.back() != '{') out += ',';
            write_string(*key, out);
            out += ':';
            write(value.at(*key), out);
        }
        out += '}';
    } else if (value.is_array()) {
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0) out += ',';
            write(value[i], out);
        }
        out += ']';
    } else if (value.is_string()) {
        write_string(value.get_ref<const std::string&>(), out);
    } else if (value.is_number_unsigned() && value.get<std::uint64_t>() < (1ull << 53)) {
        out += std::to_string(value.get<std::uint64_t>());
    } else if (value.is_number()) {
        out += number_text(value.get<double>());
    } else if (value.is_boolean()) {
        out += value.get<bool>() ? "true" : "false";
    } else {
        out += "null";
    }
}

}  // namespace

Json parse_json(std::string_view text, const std::string& where, JsonLimits limits) {
    if (text.size() > limits.bytes)
        throw Error(Fault::input, where,
                    "is larger than " + std::to_string(limits.bytes >> 20) + " MB", "shorten it");
    if (!is_utf8(text)) throw Error(Fault::input, where, "is not UTF-8", "save it as UTF-8");
    check_depth(text, where, limits.depth);
    std::vector<std::set<std::string>> keys;
    std::string twice;
    const auto watch = [&](int, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::object_start) keys.emplace_back();
        if (event == Json::parse_event_t::object_end) keys.pop_back();
        if (event == Json::parse_event_t::key && !keys.back().insert(parsed.get<std::string>()).second)
            twice = parsed.get<std::string>();
        return true;
    };
    try {
        Json value = Json::parse(text, watch);
        if (!twice.empty())
            throw Error(Fault::input, where, "the name '" + shortened(one_line(twice), 60) + "' stands twice",
                        "keep one of the two");
        return value;
    } catch (const Json::parse_error& e) {
        throw Error(Fault::input, where, position(text, e.byte > 0 ? e.byte - 1 : 0) + ": is not JSON",
                    "check the comma, quote or bracket there");
    } catch (const Json::exception&) {
        throw Error(Fault::input, where, "holds a number that is too large", "write it as text");
    }
}

std::string canonical_json(const Json& value) {
    std::string out;
    write(value, out);
    return out;
}

std::string text_at(const Json& object, std::string_view key) {
    if (!object.is_object()) return {};
    const auto found = object.find(std::string(key));
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_blank(const Json& value) {
    return value.is_null() || ((value.is_array() || value.is_object()) && value.empty()) ||
           (value.is_string() && value.get_ref<const std::string&>().empty());
}

}  // namespace ugoda
