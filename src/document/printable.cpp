// printable(): which font prints which character, and what is printed of one that none has.
#include "base/text.h"
#include "document/fonts.h"

namespace ugoda {

namespace {

constexpr char32_t no_break_space = 0x00A0;
constexpr char32_t narrow_no_break_space = 0x202F;
constexpr char32_t no_break_hyphen = 0x2011;

/// Joiners, selectors and marks that change other characters but have no shape themselves.
bool is_unseen(char32_t c) {
    return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF);
}

bool is_odd_blank(char32_t c) { return c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029; }

char32_t replaced(char32_t c, FontId wanted, const FontSet& fonts) {
    if (is_odd_blank(c)) return ' ';
    if (c == narrow_no_break_space) return no_break_space;
    if (c == no_break_hyphen && !fonts.has(wanted, c)) return '-';
    return c;
}

void add(std::vector<FontRun>& runs, FontId font, std::string_view text) {
    if (runs.empty() || runs.back().font != font) runs.push_back({font, {}});
    runs.back().text += text;
}

std::string name_of(char32_t c) {
    const std::string name = character_name(c);
    return "[" + (name.empty() ? std::string("unknown character") : name) + "]";
}

}  // namespace

std::vector<FontRun> printable(std::string_view text, FontId wanted, const FontSet& fonts,
                               std::string* named) {
    std::vector<FontRun> runs;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t original = next_code_point(text, at);
        if (is_unseen(original)) continue;
        const char32_t c = replaced(original, wanted, fonts);
        if (c == '\n' || fonts.has(wanted, c)) {
            add(runs, wanted, to_utf8(c));
        } else if (fonts.has(FontId::fallback, c)) {
            add(runs, FontId::fallback, to_utf8(c));
        } else {
            add(runs, wanted, name_of(c));
            if (named) *named += to_utf8(c);
        }
    }
    return runs;
}

}  // namespace ugoda
