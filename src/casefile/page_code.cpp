#include "casefile/page_code.h"

#include <algorithm>
#include <charconv>

#include "casefile/record_id.h"

namespace ugoda {

namespace {

bool is_hex(std::string_view text, std::size_t length) {
    return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// Takes the text up to the next `end` (or all of it) off the front of `rest`.
std::string_view take(std::string_view& rest, char end) {
    const auto at = rest.find(end);
    const std::string_view word = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return word;
}

/// The number after `letter`, from 1 to 9999; else 0.
int number(std::string_view word, std::string_view letter) {
    if (word.substr(0, letter.size()) != letter) return 0;
    word.remove_prefix(letter.size());
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc() && end == word.data() + word.size() && value <= 9999 ? value : 0;
}

}  // namespace

std::string to_text(const PageCode& code) {
    return "UG1 " + code.vault + " " + code.record + " v" + std::to_string(code.version) + " c" +
           std::to_string(code.copy) + "/" + std::to_string(code.copies) + " p" +
           std::to_string(code.page) + "/" + std::to_string(code.pages) + " " + code.content;
}

std::optional<PageCode> parse_page_code(std::string_view text) {
    std::string_view rest = text;
    if (take(rest, ' ') != "UG1") return std::nullopt;
    PageCode code;
    code.vault = take(rest, ' ');
    code.record = take(rest, ' ');
    code.version = number(take(rest, ' '), "v");
    code.copy = number(take(rest, '/'), "c");
    code.copies = number(take(rest, ' '), "");
    code.page = number(take(rest, '/'), "p");
    code.pages = number(take(rest, ' '), "");
    code.content = rest;
    const bool sound = is_hex(code.vault, 8) && parse_record_id(code.record) && code.version > 0 &&
                       code.copy > 0 && code.copy <= code.copies && code.page > 0 &&
                       code.page <= code.pages && is_hex(code.content, 16) && to_text(code) == text;
    if (!sound) return std::nullopt;
    return code;
}

std::string short_code(const PageCode& code) {
    return code.record + "/" + std::to_string(code.version) + "/" + std::to_string(code.copy) + "/" +
           std::to_string(code.page) + "-" + code.content.substr(0, 4);
}

}  // namespace ugoda
