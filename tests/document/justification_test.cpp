// How lines of a paragraph are filled.
#include <catch2/catch.hpp>

#include "document/pages.h"

namespace ugoda {

using namespace testing;

namespace {

std::vector<TextMark> texts_in(const Typeset& set) {
    std::vector<TextMark> marks;
    for (const Mark& mark : set.pages.front().marks)
        if (const auto* text = std::get_if<TextMark>(&mark))
            if (text->font == FontId::serif) marks.push_back(*text);
    return marks;
}

}  // namespace

TEST_CASE("the lines of a paragraph reach the right margin, but for the last") {
    const auto marks = texts_in(set_issued({paragraph(words(60))}));
    REQUIRE(marks.size() > 3);
    for (std::size_t i = 0; i + 1 < marks.size(); ++i)
        CHECK(extent(marks[i]).x + extent(marks[i]).width == Approx(190));
    CHECK(marks.back().gap == 0);
}

TEST_CASE("a no-break space is widened like the others") {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "w\u00A0lokalu salonu ";
    const auto marks = texts_in(set_issued({paragraph(text)}));
    CHECK(extent(marks.front()).x + extent(marks.front()).width == Approx(190));
}

TEST_CASE("the figures of an amount are never widened") {
    Runs runs{plain(words(5) + " "), answer("***1\u00A0200,00\u00A0zł***", "sum", Guard::amount),
              plain(" " + words(20))};
    for (const TextMark& mark : texts_in(set_issued({Paragraph{{}, 0, false, {runs}}})))
        if (mark.text.find("***") != std::string::npos) CHECK(mark.gap == 0);
}

TEST_CASE("a paragraph that cannot be filled without holes is left ragged, all of it") {
    const std::string text =
        "strony " + std::string(40, 'm') + " " + std::string(40, 'm') + " " + words(40);
    for (const TextMark& mark : texts_in(set_issued({paragraph(text)}))) CHECK(mark.gap == 0);
}

}  // namespace ugoda
