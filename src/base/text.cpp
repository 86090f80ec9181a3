#include "base/text.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdio>

#include "base/error.h"

namespace ugoda {

namespace {

char32_t read(std::string_view text, std::size_t& at) {
    UChar32 c = 0;
    auto i = static_cast<std::int64_t>(at);
    const auto* s = reinterpret_cast<const std::uint8_t*>(text.data());
    U8_NEXT(s, i, static_cast<std::int64_t>(text.size()), c);
    at = static_cast<std::size_t>(i);
    return c < 0 ? char32_t(0xFFFFFFFF) : static_cast<char32_t>(c);
}

std::string normalized(std::string_view text, const icu::Normalizer2* form, UErrorCode status) {
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
    if (U_SUCCESS(status))
        form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())),
                            sink, nullptr, status);
    if (U_FAILURE(status)) throw Error(Fault::input, "text", "is not Unicode", "save it as UTF-8");
    return result;
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

}  // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (read(text, at) == 0xFFFFFFFF) return false;
    return true;
}

char32_t next_code_point(std::string_view text, std::size_t& at) { return read(text, at); }

std::string to_utf8(char32_t code_point) {
    std::uint8_t buffer[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(buffer, length, static_cast<std::uint32_t>(code_point));
    return {reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length)};
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) (void)read(text, at);
    return count;
}

std::string to_nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    return normalized(text, icu::Normalizer2::getNFCInstance(status), status);
}

std::string without_accents(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string apart = normalized(text, icu::Normalizer2::getNFDInstance(status), status);
    std::string result;
    for (std::size_t at = 0; at < apart.size();) {
        const std::size_t start = at;
        if (u_charType(static_cast<UChar32>(read(apart, at))) != U_NON_SPACING_MARK)
            result.append(apart, start, at - start);
    }
    return to_nfc(result);
}

std::string character_name(char32_t code_point) {
    char name[128];
    UErrorCode status = U_ZERO_ERROR;
    const auto length = u_charName(static_cast<UChar32>(code_point), U_EXTENDED_CHAR_NAME, name,
                                   sizeof name, &status);
    if (U_FAILURE(status) || length == 0 || name[0] == '<') {
        std::snprintf(name, sizeof name, "u+%04x", static_cast<unsigned>(code_point));
        return name;
    }
    std::string result(name, static_cast<std::size_t>(length));
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

bool is_steering(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
    if (c == 0x061C || c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029) return true;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

std::string clean_answer(std::string_view text) {
    if (!is_utf8(text)) throw Error(Fault::input, "text", "is not UTF-8", "write or save it as UTF-8");
    const std::string normal = to_nfc(text);
    std::string result;
    for (std::size_t at = 0; at < normal.size();) {
        const std::size_t start = at;
        const char32_t c = read(normal, at);
        if (c == '\r') {
            if (at >= normal.size() || normal[at] != '\n') result += '\n';
        } else if (c == '\n' || c == '\t' || !(is_steering(c) || c == 0xFEFF)) {
            result.append(normal, start, at - start);
        }
    }
    return trimmed(result);
}

std::string one_line(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = read(text, at);
        if (c == 0xFFFFFFFF) {
            result += "\xEF\xBF\xBD";
        } else if (is_steering(c)) {
            char escape[16];
            std::snprintf(escape, sizeof escape, "\\u{%x}", static_cast<unsigned>(c));
            result += escape;
        } else {
            result.append(text, start, at - start);
        }
    }
    return result;
}

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < most; ++count) (void)read(text, at);
    return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

std::string folded(std::string_view text) {
    const std::string normal = to_nfc(text);
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8Fold(0, icu::StringPiece(normal.data(), static_cast<std::int32_t>(normal.size())),
                           sink, nullptr, status);
    std::string collapsed;
    for (const char c : result) {
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (!blank)
            collapsed += c;
        else if (!collapsed.empty() && collapsed.back() != ' ')
            collapsed += ' ';
    }
    if (!collapsed.empty() && collapsed.back() == ' ') collapsed.pop_back();
    return collapsed;
}

}  // namespace ugoda
