#include "document/pdf_widths.h"

#include <hpdf.h>

namespace ugoda {

namespace {

/// In these fonts a character is its own CID.
HPDF_UNICODE code_of(char32_t character) { return static_cast<HPDF_UNICODE>(character); }

/// W of ISO 32000-1 §9.7.4.3: [first [width width …] first […]] over runs of neighbours.
HPDF_Array widths(HPDF_Font font, const std::set<char32_t>& used) {
    HPDF_Array all = HPDF_Array_New(font->mmgr), run = nullptr;
    char32_t next = 0;
    for (const char32_t character : used) {
        if (!run || character != next) {
            run = HPDF_Array_New(font->mmgr);
            HPDF_Array_AddNumber(all, code_of(character));
            HPDF_Array_Add(all, run);
        }
        HPDF_Array_AddNumber(run, HPDF_Font_GetUnicodeWidth(font, code_of(character)));
        next = character + 1;
    }
    return all;
}

}  // namespace

void list_widths(HPDF_Font font, const std::set<char32_t>& used) {
    auto* descendants =
        static_cast<HPDF_Array>(HPDF_Dict_GetItem(font, "DescendantFonts", HPDF_OCLASS_ARRAY));
    auto* descendant = static_cast<HPDF_Dict>(HPDF_Array_GetItem(descendants, 0, HPDF_OCLASS_DICT));
    HPDF_Dict_Add(descendant, "W", widths(font, used));
}

void embed_more(HPDF_Font font, const std::set<char32_t>& used, std::size_t count) {
    for (char32_t letter = U'A'; count > 0 && letter <= U'z'; ++letter)
        if (!used.contains(letter)) {
            HPDF_Font_GetUnicodeWidth(font, code_of(letter));  // asked for is embedded
            --count;
        }
}

}  // namespace ugoda
