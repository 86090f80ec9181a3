// Whole numbers in the words of a locale. What differs between languages is data (money.json,
// "number_words"); the spelling is ICU's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/locale.h"

namespace ugoda {

/// As amounts are written: Polish legal use says "jeden tysiąc", not "tysiąc".
/// `rule_set`: of ICU, where a noun asks for another gender than the locale's usual one.
[[nodiscard]] std::string number_words(std::int64_t number, const Locale& locale,
                                       const std::string& rule_set = {});

/// Folded words of a text: hyphens part words, punctuation goes, a slash before a digit stays
/// ("50/100") and begins a word behind letters ("trecento", "/50").
[[nodiscard]] std::vector<std::string> words_in(const std::string& text);

}  // namespace ugoda
