// Text taken out of a PDF hides glyphs that were lost on the way: these tests look at the ink.
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "base/text.h"
#include "document/pages.h"

namespace ugoda {

using namespace testing;

namespace {

// Cells of 10 mm at 127 dpi: 50 by 50 pixels exactly, so that equal glyphs are equal pixels.
constexpr double dpi = 127, cell_mm = 10;
constexpr int cell_px = 50;
constexpr std::size_t columns = 19, rows = 27;

using Cell = std::vector<int>;

Cell cell_at(const Pixels& page, std::size_t place) {
    const int left = cell_px * static_cast<int>(1 + place % columns);
    const int top = cell_px * static_cast<int>(1 + place / columns);
    Cell cell;
    for (int y = top; y < top + cell_px; ++y)
        for (int x = left; x < left + cell_px; ++x) cell.push_back(255 - page.at(x, y));
    return cell;
}

/// Poppler does not draw a mark that stands on nothing.
bool is_mark(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) || c == 0x203F ||
           c == 0x2040 || c == 0x2054;
}

std::string shown(char32_t c) { return (is_mark(c) ? "\u00A0" : "") + to_utf8(c); }

/// Each character alone in a cell, as poppler draws it.
std::map<char32_t, Cell> drawn_alone(const std::vector<char32_t>& characters, FontId font) {
    std::vector<Page> pages;
    const std::size_t per_page = columns * rows;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (i % per_page == 0) pages.emplace_back();
        const std::size_t place = i % per_page;
        const double x = cell_mm * (1.3 + static_cast<double>(place % columns));
        const double y = cell_mm * (1.65 + static_cast<double>(place / columns));
        pages.back().marks.push_back(TextMark{x, y, font, 16, shown(characters[i]), 0, 0});
    }
    const std::string pdf = write_pdf(pages, fonts(), {}, info());
    std::map<char32_t, Cell> cells;
    Pixels page;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (i % per_page == 0) page = drawn(pdf, static_cast<int>(i / per_page) + 1, dpi);
        cells[characters[i]] = cell_at(page, i % per_page);
    }
    return cells;
}

long ink(const Cell& cell) {
    long sum = 0;
    for (const int dark : cell) sum += dark;
    return sum;
}

/// Characters that have no shape by their nature.
bool is_blank(char32_t c) {
    return c == 0x20 || c == 0xA0 || c == 0x034F || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x205F && c <= 0x206F) || c == 0x1680 ||
           (c >= 0x200B && c <= 0x200F) || c == 0x2800 || c == 0x3000 || c == 0x180E;
}

std::vector<char32_t> all_of(FontId font) {
    std::vector<char32_t> all;
    for (char32_t c = 0x21; c < 0x10000; ++c)
        if (fonts().has(font, c) && !is_blank(c)) all.push_back(c);
    return all;
}

std::string lost(FontId font, std::vector<char32_t> characters) {
    constexpr char32_t nobody_has_it = 0xFFFE;
    characters.push_back(nobody_has_it);
    const auto cells = drawn_alone(characters, font);
    std::string text;
    for (const char32_t c : characters) {
        if (c == nobody_has_it) continue;
        if (ink(cells.at(c)) < 200 || cells.at(c) == cells.at(nobody_has_it))
            text += to_utf8(c) + " ";
    }
    return text;
}

constexpr FontId text_fonts[] = {FontId::serif, FontId::serif_bold, FontId::serif_italic,
                                 FontId::sans, FontId::sans_bold};

/// Letters with an accent and the letter below it.
struct Accented {
    const char* letters;
    const char* bases;
};

constexpr Accented accented[] = {
    {"ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ"},
    {"àèéìíîòóùúÀÈÉÌÍÎÒÓÙÚ", "aeeiiioouuAEEIIIOOUU"},
    {"áéíóúüñÁÉÍÓÚÜÑ", "aeiouunAEIOUUN"},
    {"άέήίόύώϊϋΐΰΆΈΉΊΌΎΏΪΫ", "αεηιουωιυιυΑΕΗΙΟΥΩΙΥ"},
    {"ἀἁἂἃἄἅἆἇἐἑἔἕἠἡἤἥἦἧἰἱἴἵἶὀὁὄὅὐὑὔὕὖὠὡὤὥὦὧᾳῃῳᾶῆῖῦῶὰὲὴὶὸὺὼᾧᾴῥ",
     "ααααααααεεεεηηηηηηιιιιιοοοουυυυυωωωωωωαηωαηιυωαεηιουωωαρ"},
};

std::vector<char32_t> code_points(const std::string& text) {
    std::vector<char32_t> all;
    for (std::size_t at = 0; at < text.size();) all.push_back(next_code_point(text, at));
    return all;
}

/// Accented letters that look like their base, or have less ink than nearly all of it.
std::string bare(FontId font, const Accented& alphabet) {
    const auto letters = code_points(alphabet.letters), bases = code_points(alphabet.bases);
    REQUIRE(letters.size() == bases.size());
    std::set<char32_t> once(letters.begin(), letters.end());
    once.insert(bases.begin(), bases.end());
    const auto cells = drawn_alone({once.begin(), once.end()}, font);
    std::string text;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Cell &letter = cells.at(letters[i]), &base = cells.at(bases[i]);
        if (letter == base ||
            static_cast<double>(ink(letter)) < 0.9 * static_cast<double>(ink(base)))
            text += to_utf8(letters[i]) + " ";
    }
    return text;
}

}  // namespace

TEST_CASE("every character of every text font leaves ink on the page") {
    for (const FontId font : text_fonts) CHECK(lost(font, all_of(font)) == "");
}

TEST_CASE("every character of the fallback font leaves ink on the page") {
    CHECK(lost(FontId::fallback, all_of(FontId::fallback)) == "");
}

TEST_CASE("every accented letter is printed with its letter and its accent") {
    for (const FontId font : text_fonts)
        for (const Accented& alphabet : accented) CHECK(bare(font, alphabet) == "");
}

}  // namespace ugoda
