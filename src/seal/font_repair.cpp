#include "seal/font_repair.h"

#include <podofo/podofo.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "seal/stream_bytes.h"
#include "seal/truetype.h"

namespace ugoda {

using namespace PoDoFo;

namespace {

constexpr std::size_t space = 0x20, no_break_space = 0xA0;

/// A character used, which in these fonts is its own CID, and the glyph that draws it.
struct Used {
    std::size_t character = 0, glyph = 0;
};

std::size_t glyph_of(const std::string& map, std::size_t character) {
    return static_cast<std::size_t>(static_cast<unsigned char>(map[2 * character])) << 8 |
           static_cast<unsigned char>(map[2 * character + 1]);
}

std::vector<Used> used_in(const std::string& map, const TrueType& font) {
    std::vector<Used> used;
    for (std::size_t c = space; c < map.size() / 2; ++c) {
        const std::size_t glyph = glyph_of(map, c);
        const bool is_blank = c == space || c == no_break_space;
        if (glyph != 0 && (font.is_drawn(glyph) || (is_blank && glyph < font.glyphs())))
            used.push_back({c, glyph});
    }
    return used;
}

/// CIDToGIDMap, cut off behind the last character.
std::string glyph_map(const std::vector<Used>& used) {
    std::string map(used.empty() ? 2 : 2 * (used.back().character + 1), '\0');
    for (const auto& [character, glyph] : used) {
        map[2 * character] = static_cast<char>(glyph >> 8);
        map[2 * character + 1] = static_cast<char>(glyph & 0xFF);
    }
    return map;
}

/// CIDSet: one bit for each character, and one for the missing glyph.
std::string character_bits(const std::vector<Used>& used) {
    std::string bits(used.empty() ? 1 : used.back().character / 8 + 1, '\0');
    const auto set = [&bits](std::size_t c) {
        bits[c / 8] = static_cast<char>(static_cast<unsigned char>(bits[c / 8]) | 0x80u >> c % 8);
    };
    set(0);
    for (const Used& one : used) set(one.character);
    return bits;
}

/// W: [first [width width …] first […]] over runs of neighbours.
PdfArray widths(const std::vector<Used>& used, const TrueType& font) {
    PdfArray all;
    for (std::size_t i = 0; i < used.size();) {
        PdfArray run;
        const std::size_t first = used[i].character;
        for (; i < used.size() && used[i].character == first + run.size(); ++i)
            run.push_back(PdfObject(static_cast<pdf_int64>(font.advance(used[i].glyph))));
        all.push_back(PdfObject(static_cast<pdf_int64>(first)));
        all.push_back(run);
    }
    return all;
}

std::string to_unicode(const std::vector<Used>& used) {
    constexpr std::size_t most_in_a_section = 100;
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t i = 0; i < used.size(); i += most_in_a_section) {
        const std::size_t past = std::min(used.size(), i + most_in_a_section);
        map += std::to_string(past - i) + " beginbfchar\n";
        for (std::size_t k = i; k < past; ++k) {
            char line[32];
            std::snprintf(line, sizeof line, "<%04zX> <%04zX>\n", used[k].character,
                          used[k].character);
            map += line;
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

PdfObject* new_stream(PdfMemDocument& document, const std::string& bytes) {
    PdfObject* object = document.GetObjects().CreateObject();
    object->GetStream()->Set(bytes.data(), static_cast<pdf_long>(bytes.size()));
    return object;
}

PdfDictionary identity() {
    PdfDictionary info;
    info.AddKey("Registry", PdfString("Adobe"));
    info.AddKey("Ordering", PdfString("Identity"));
    info.AddKey("Supplement", PdfObject(pdf_int64{0}));
    return info;
}

void replace_to_unicode(PdfMemDocument& document, PdfObject& font, const std::vector<Used>& used) {
    const PdfObject* old = font.GetIndirectKey("ToUnicode");
    std::unique_ptr<PdfObject> removed;  // PoDoFo hands over what it takes out
    font.GetDictionary().AddKey("ToUnicode", new_stream(document, to_unicode(used))->Reference());
    if (old) removed.reset(document.GetObjects().RemoveObject(old->Reference()));
}

void repair(PdfMemDocument& document, PdfObject& font) {
    const PdfArray& descendants = font.MustGetIndirectKey("DescendantFonts")->GetArray();
    PdfObject* cid_font = document.GetObjects().GetObject(descendants[0].GetReference());
    PdfObject* descriptor = cid_font->MustGetIndirectKey("FontDescriptor");
    PdfObject* map = cid_font->MustGetIndirectKey("CIDToGIDMap");
    const TrueType program(stream_bytes(*descriptor->MustGetIndirectKey("FontFile2")));
    const std::vector<Used> used = used_in(stream_bytes(*map), program);

    replace_to_unicode(document, font, used);
    const std::string glyphs = glyph_map(used);
    map->GetStream()->Set(glyphs.data(), static_cast<pdf_long>(glyphs.size()));
    cid_font->GetDictionary().AddKey("W", widths(used, program));
    cid_font->GetDictionary().RemoveKey("DW2");
    cid_font->GetDictionary().AddKey("CIDSystemInfo", identity());
    descriptor->GetDictionary().AddKey("CIDSet",
                                       new_stream(document, character_bits(used))->Reference());
    descriptor->GetDictionary().AddKey("CapHeight",
                                       PdfObject(static_cast<pdf_int64>(program.cap_height())));
}

bool is_composite_font(const PdfObject& object) {
    if (!object.IsDictionary()) return false;
    const PdfObject* subtype = object.GetDictionary().GetKey("Subtype");
    return subtype && subtype->IsName() && subtype->GetName() == "Type0";
}

}  // namespace

void repair_fonts(PdfMemDocument& document) {
    std::vector<PdfObject*> fonts;  // collected first: repairing adds objects
    for (PdfObject* object : document.GetObjects())
        if (is_composite_font(*object)) fonts.push_back(object);
    for (PdfObject* font : fonts) repair(document, *font);
}

}  // namespace ugoda
