#include "document/fonts.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "document/pages.h"

namespace ugoda {

using testing::fonts;

namespace {

constexpr FontId text_fonts[] = {FontId::serif, FontId::serif_bold, FontId::serif_italic,
                                 FontId::sans, FontId::sans_bold};

/// ☐ and ☑ are the fallback font's, in whatever face the text is.
bool is_tick_box(char32_t c) { return c == 0x2610 || c == 0x2611; }

std::string lacking(std::string_view letters) {
    std::string missing;
    for (const FontId font : text_fonts)
        for (std::size_t at = 0; at < letters.size();) {
            const char32_t c = next_code_point(letters, at);
            if (!is_tick_box(c) && !fonts().has(font, c)) missing += to_utf8(c);
        }
    return missing;
}

std::string joined(const std::vector<FontRun>& runs) {
    std::string text;
    for (const FontRun& run : runs) text += run.text;
    return text;
}

}  // namespace

TEST_CASE("every text font has the letters of all five languages") {
    CHECK(
        lacking("aąbcćdeęfghijklłmnńoóprsśtuwyzźżAĄBCĆDEĘFGHIJKLŁMNŃOÓPRSŚTUWYZŹŻqvxQVX").empty());
    CHECK(lacking("àèéìíîòóùúÀÈÉÌÍÎÒÓÙÚáíñúüÁÑÜ¿¡ªº").empty());
    CHECK(lacking("αβγδεζηθικλμνξοπρσςτυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώϊϋΐΰΆΈΉΊΌΎΏΪΫ").empty());
    CHECK(lacking("ἀἁἄἅἆἐἑἔἕἠἡἤἥἦἰἱὀὁὐὑὠὡᾳῃῳᾶῆῖῦῶὰὲὴὶὸὺὼῤῥ").empty());
}

TEST_CASE("every text font has the signs that contracts use") {
    CHECK(lacking("0123456789.,;:!?()[]/%&*+=§€£„”“«»‘’–—…·•°×№™½¼¾²³").empty());
}

TEST_CASE("every text font has every letter of every wording and label") {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(UGODA_SOURCE_DIR "/templates")) {
        if (!entry.is_regular_file() || entry.path().filename() == "README.md") continue;
        std::string text = read_file(entry.path(), 1u << 20, Fault::wording);
        std::erase(text, '\n');
        INFO(entry.path());
        CHECK(lacking(text) == "");
    }
}

TEST_CASE("a tick box is printed from the fallback font") {
    const auto runs = printable("tak ☑", FontId::serif, fonts());
    REQUIRE(runs.size() == 2);
    CHECK(runs[1].font == FontId::fallback);
    CHECK(runs[1].text == "☑");
}

TEST_CASE("a character that no font has is printed as its name") {
    std::string named;
    CHECK(joined(printable("Ola 😕!", FontId::sans, fonts(), &named)) == "Ola [confused face]!");
    CHECK(named == "😕");
}

TEST_CASE("a picture of several joined characters gives the names of those with a shape") {
    CHECK(joined(printable("👩\u200D🔧\uFE0F", FontId::sans, fonts())) == "[woman][wrench]");
}

TEST_CASE("soft hyphens and characters without width are not printed") {
    CHECK(joined(printable("cin\u00ADque\u200B mila\uFEFF", FontId::serif, fonts())) ==
          "cinque mila");
}

TEST_CASE("a narrow no-break space is printed as a no-break space") {
    CHECK(joined(printable("1\u202F200", FontId::serif, fonts())) == "1\u00A0200");
}

TEST_CASE("a tab in an answer is printed as a space") {
    CHECK(joined(printable("a\tb", FontId::serif, fonts())) == "a b");
}

TEST_CASE("the width of a text is the sum of its characters") {
    const double whole = fonts().width(FontId::serif, "Żółć", 10);
    const double parts =
        fonts().width(FontId::serif, "Żó", 10) + fonts().width(FontId::serif, "łć", 10);
    CHECK(whole == Approx(parts));
    CHECK(whole > 5);
    CHECK(whole < 9);
}

TEST_CASE("twice the size is twice the width") {
    CHECK(fonts().width(FontId::sans, "Ugoda", 16) ==
          Approx(2 * fonts().width(FontId::sans, "Ugoda", 8)));
}

TEST_CASE("a folder without fonts is refused, and the file is named") {
    CHECK_THROWS_WITH(FontSet("/nonexistent"), Catch::Contains("NotoSerif-Regular.widths"));
}

TEST_CASE("a damaged table of widths is refused") {
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(UGODA_BINARY_DIR) / "damaged-fonts";
    fs::remove_all(folder);
    fs::copy(UGODA_BINARY_DIR "/share/ugoda/fonts", folder);
    fs::resize_file(folder / "NotoSans-Bold.widths", 9);
    CHECK_THROWS_WITH(FontSet(folder), Catch::Contains("not a table of widths"));
}

}  // namespace ugoda
