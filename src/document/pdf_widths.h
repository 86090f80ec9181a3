// What of an embedded font goes into the file: the widths of the characters that are drawn, and
// glyphs beyond them.
#pragma once

#include <cstddef>
#include <set>

struct _HPDF_Dict_Rec;  // libharu's name for what it calls HPDF_Font

namespace ugoda {

/// libharu lists every character that a font has: two thousand numbers for each font, which
/// the next stage would read again only to throw them away. `font` belongs to its document.
void list_widths(_HPDF_Dict_Rec* font, const std::set<char32_t>& used);

/// Embeds `count` of the letters A to z that are not in `used`, as far as there are so many.
void embed_more(_HPDF_Dict_Rec* font, const std::set<char32_t>& used, std::size_t count);

}  // namespace ugoda
