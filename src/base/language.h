// What ICU knows about languages. Locales are ICU names: pl_PL, en_GB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ugoda {

/// A place where a line may (or, `mandatory`, must) end: before the byte at `offset`.
struct LineBreak {
    std::size_t offset = 0;
    bool mandatory = false;
};

/// All break opportunities of UAX 14 in the locale's tailoring; the last is text.size().
/// U+00A0 never breaks. `text` is UTF-8.
[[nodiscard]] std::vector<LineBreak> line_breaks(std::string_view text, const std::string& locale);

/// Cardinal in words ("one thousand two hundred"). `rule_set` is an ICU rule set such as
/// `%spellout-cardinal-verbose`, or "" for the locale's default. Soft hyphens are taken out.
[[nodiscard]] std::string spell_out(std::int64_t number, const std::string& locale,
                                    const std::string& rule_set = {});

/// CLDR plural category: zero, one, two, few, many or other.
[[nodiscard]] std::string plural_category(std::int64_t number, const std::string& locale);

/// `minor` / 10^digits with the locale's separators and grouping from four integer digits
/// on: 120000 with 2 digits is `1 200,00` (U+00A0) in pl_PL.
[[nodiscard]] std::string decimal_text(std::int64_t minor, int digits, const std::string& locale);

/// A calendar day in an ICU date pattern, `d MMMM yyyy`.
[[nodiscard]] std::string date_text(int year, int month, int day, const std::string& pattern,
                                    const std::string& locale);

/// Negative, zero or positive as `a` sorts before, with or after `b` in that language.
[[nodiscard]] int collate(std::string_view a, std::string_view b, const std::string& locale);

}  // namespace ugoda
