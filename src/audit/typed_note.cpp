#include "audit/typed_note.h"

#include <vector>

namespace ugoda {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view line) {
    const auto first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

std::string without_blanks(std::string_view text) {
    std::string kept;
    for (const char c : text)
        if (blanks.find(c) == std::string_view::npos) kept += c;
    return kept;
}

/// What follows a leading dash of any kind; the line itself when it has none.
std::string_view after_dash(std::string_view line) {
    for (const std::string_view dash :
         {"\u2014", "\u2013", "\u2212", "\u2010", "\u2011", "--", "-"})
        if (line.starts_with(dash)) return trimmed(line.substr(dash.size()));
    return line;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        if (const auto line = trimmed(text.substr(0, end)); !line.empty()) lines.push_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

}  // namespace

std::string as_note(std::string_view typed) {
    const auto lines = lines_of(typed);
    if (lines.size() < 4) return std::string(typed);
    std::string note = std::string(lines[0]) + "\n" + without_blanks(lines[1]) + "\n" +
                       without_blanks(lines[2]) + "\n\n";
    // A long signature may have been typed on several lines.
    std::string signature;
    for (std::size_t i = 3; i < lines.size(); ++i) signature += std::string(lines[i]) + " ";
    const std::string_view named = after_dash(trimmed(signature));
    const auto space = named.find(' ');
    if (space == std::string_view::npos) return std::string(typed);
    return note + "\u2014 " + std::string(named.substr(0, space)) + " " +
           without_blanks(named.substr(space)) + "\n";
}

}  // namespace ugoda
