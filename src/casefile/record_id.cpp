#include "casefile/record_id.h"

#include <algorithm>
#include <cstdio>

namespace ugoda {

namespace {

constexpr const char* visit_prefix = "V-";

}  // namespace

std::string to_string(CaseNumber number) {
    char text[40];
    std::snprintf(text, sizeof text, "%s%04d-%04d", number.is_visit ? visit_prefix : "", number.year, number.ordinal);
    return text;
}

std::optional<CaseNumber> parse_case_number(std::string_view text) {
    const std::string_view whole = text;
    const bool is_visit = text.starts_with(visit_prefix);
    if (is_visit) text.remove_prefix(2);
    if (text.size() < 9 || text.size() > 12 || text[4] != '-') return std::nullopt;
    int parts[2] = {0, 0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4) continue;
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        int& part = parts[i > 4];
        part = part * 10 + (text[i] - '0');
    }
    const CaseNumber number{parts[0], parts[1], is_visit};
    if (number.ordinal < 1 || to_string(number) != whole) return std::nullopt;
    return number;
}

std::string to_string(const RecordId& id) {
    return id.prefix + "-" + to_string(CaseNumber{id.year, id.ordinal});
}

std::optional<RecordId> parse_record_id(std::string_view text) {
    if (text.size() < 13 || text[3] != '-') return std::nullopt;
    const std::string_view prefix = text.substr(0, 3);
    if (!std::all_of(prefix.begin(), prefix.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return std::nullopt;
    const auto number = parse_case_number(text.substr(4));
    if (!number || number->is_visit) return std::nullopt;
    return RecordId{std::string(prefix), number->year, number->ordinal};
}

}  // namespace ugoda
