// Our numbers: ASCII, gapless per year, given out by the vault. Permanent.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ugoda {

/// `2026-0007`, a complaint; `V-2026-0007`, a visit. Each are counted on their own.
struct CaseNumber {
    int year = 0, ordinal = 0;
    bool is_visit = false;
    auto operator<=>(const CaseNumber&) const = default;
};

[[nodiscard]] std::string to_string(CaseNumber number);
[[nodiscard]] std::optional<CaseNumber> parse_case_number(std::string_view text);

/// `SET-2026-0007`: three capital letters say which form.
struct RecordId {
    std::string prefix;
    int year = 0, ordinal = 0;
    auto operator<=>(const RecordId&) const = default;
};

[[nodiscard]] std::string to_string(const RecordId& id);
[[nodiscard]] std::optional<RecordId> parse_record_id(std::string_view text);

}  // namespace ugoda
