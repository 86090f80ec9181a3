// What stands together on a page, and what a page may begin with.
#include <algorithm>
#include <catch2/catch.hpp>

#include "document/pages.h"
#include "document/sample_documents.h"

namespace ugoda {

using namespace testing;

namespace {

/// The y of the first text mark with that beginning, on its page.
double height_of_text(const Page& page, const std::string& text) {
    for (const Mark& mark : page.marks)
        if (const auto* found = std::get_if<TextMark>(&mark))
            if (found->text.compare(0, text.size(), text) == 0) return found->baseline;
    return -1;
}

}  // namespace

TEST_CASE("a heading is never the last thing on a page") {
    for (int lines = 25; lines < 50; ++lines) {
        auto blocks = filled_with(lines, heading("§ 9. Koniec"));
        blocks.emplace_back(paragraph(words(40)));
        const Typeset set = set_issued(blocks);
        const auto page = static_cast<std::size_t>(page_with(set, "§ 9. Koniec"));
        const std::string all = texts(set.pages.at(page - 1));
        CHECK(all.find("strony zgodnie") != std::string::npos);
    }
}

TEST_CASE("no single line of a paragraph is left alone on a page") {
    for (int lines = 25; lines < 50; ++lines) {
        const Typeset set = set_issued(filled_with(lines, paragraph(words(70))));
        for (const Page& page : set.pages) {
            const std::string all = texts(page);
            const auto count =
                std::count_if(page.marks.begin(), page.marks.end(), [](const Mark& mark) {
                    const auto* text = std::get_if<TextMark>(&mark);
                    return text && text->font == FontId::serif && text->text.size() > 12;
                });
            CHECK(count != 1);
        }
    }
}

TEST_CASE("a table's head stands on every page that its rows reach") {
    const Typeset set = set_issued({attachments(60)});
    REQUIRE(set.pages.size() >= 3);
    for (const Page& page : set.pages) {
        const double head = height_of_text(page, "Załącznik");
        CHECK(head > 0);
        CHECK(head < height_of_text(page, "b5bb9d80"));
    }
}

TEST_CASE("a table's head does not repeat over what follows the table") {
    auto blocks = std::vector<Block>{attachments(20)};
    for (int i = 0; i < 60; ++i) blocks.emplace_back(paragraph(words(20)));
    const Typeset set = set_issued(blocks);
    CHECK(texts(set.pages.back()).find("Załącznik") == std::string::npos);
}

TEST_CASE("no row of a table is torn") {
    for (int lines = 1; lines < 12; ++lines) {
        auto blocks = filled_with(lines, attachments(40));
        const Typeset set = set_issued(blocks);
        for (const Page& page : set.pages) {
            const std::string all = texts(page);
            // Each row has the fingerprint's first and last digits.
            std::size_t firsts = 0, lasts = 0;
            for (std::size_t at = 0; (at = all.find("b5bb9d80", at)) != std::string::npos; ++at)
                ++firsts;
            for (std::size_t at = 0; (at = all.find("78ae4944c", at)) != std::string::npos; ++at)
                ++lasts;
            CHECK(firsts == lasts);
        }
    }
}

TEST_CASE("a row longer than a page goes on overleaf, under the head") {
    const Typeset set =
        set_issued({Table{{{"Kto", 1}, {"Co", 4}}, {{{plain("my")}, {plain(words(1500))}}}}});
    REQUIRE(set.pages.size() >= 2);
    for (const Page& page : set.pages) CHECK(height_of_text(page, "Co") > 0);
}

TEST_CASE("boxes to sign are never alone on a page") {
    for (int lines = 10; lines < 50; ++lines) {
        const Typeset set = set_issued(filled_with(lines, signatures()));
        const auto boxes = boxes_of(set, BoxKind::signature);
        const auto page = static_cast<std::size_t>(boxes.front().page);
        CHECK(texts(set.pages.at(page - 1)).find("wiersz " + std::to_string(lines - 3)) !=
              std::string::npos);
        CHECK(boxes.back().page == boxes.front().page);
    }
}

TEST_CASE("the checkpoint stands on the page that is signed") {
    for (int lines = 10; lines < 50; ++lines) {
        auto blocks = filled_with(lines, signatures());
        blocks.emplace_back(checkpoint());
        const Typeset set = set_issued(blocks);
        CHECK(box_named(set, "checkpoint").page == boxes_of(set, BoxKind::signature).front().page);
    }
}

TEST_CASE("a line between the signatures and the checkpoint does not part them") {
    for (int lines = 10; lines < 50; ++lines) {
        auto blocks = filled_with(lines, signatures());
        blocks.emplace_back(paragraph("(parafy na każdej stronie)"));
        blocks.emplace_back(checkpoint());
        const Typeset set = set_issued(blocks);
        CHECK(box_named(set, "checkpoint").page == box_named(set, "receipt").page);
    }
}

TEST_CASE("the checkpoint is never alone on a page") {
    for (int lines = 10; lines < 50; ++lines) {
        const Typeset set = set_issued(filled_with(lines, checkpoint()));
        const auto page = static_cast<std::size_t>(box_named(set, "checkpoint").page);
        CHECK(texts(set.pages.at(page - 1)).find("wiersz " + std::to_string(lines - 1)) != std::string::npos);
    }
}

TEST_CASE("a note below the boxes to sign is not left alone overleaf") {
    for (int lines = 10; lines < 50; ++lines) {
        auto blocks = filled_with(lines, signatures());
        blocks.push_back(paragraph("nota"));
        blocks.push_back(heading("Allegati"));
        const Typeset set = set_issued(blocks);
        CHECK(page_with(set, "nota") == box_named(set, "receipt").page);
    }
}

TEST_CASE("a page break begins a page, and only if something follows") {
    CHECK(set_issued({paragraph("a"), PageBreak{}, paragraph("b")}).pages.size() == 2);
    CHECK(set_issued({PageBreak{}, paragraph("a"), PageBreak{}}).pages.size() == 1);
}

}  // namespace ugoda
