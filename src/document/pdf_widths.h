// The list of widths in an embedded font, cut down to the characters that are drawn.
#pragma once

#include <set>

struct _HPDF_Dict_Rec;  // libharu's name for what it calls HPDF_Font

namespace ugoda {

/// libharu lists every character that a font has: two thousand numbers for each font, which
/// the next stage would read again only to throw them away. `font` belongs to its document.
void list_widths(_HPDF_Dict_Rec* font, const std::set<char32_t>& used);

}  // namespace ugoda
