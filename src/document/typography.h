// Which words stay together on a line: no-break spaces by the rules of a locale.
#pragma once

#include "document/block.h"
#include "document/locale.h"

namespace ugoda {

/// One paragraph made fit to print: blanks shrunk to one and trimmed, empty runs gone, and
/// U+00A0 where locale.json keeps words together (after one-letter words and abbreviations,
/// inside dates, between a number and its unit). Only blanks change.
[[nodiscard]] Runs tidied(Runs runs, const Locale& locale);

/// The same for plain text.
[[nodiscard]] std::string tidied(const std::string& text, const Locale& locale);

}  // namespace ugoda
