#include "document/typeset.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "document/pages.h"
#include "document/sample_documents.h"

namespace ugoda {

using namespace testing;

namespace {

/// Both documents that hold every kind of block.
std::vector<Typeset> all_documents() { return {set_issued(settlement()), set_issued(extremes())}; }

bool has_mark(const Typeset& set, const Box& box, bool (*is_it)(const Mark&)) {
    const auto& marks = set.pages.at(static_cast<std::size_t>(box.page - 1)).marks;
    return std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
        return is_it(mark) && is_near(extent(mark), box.at);
    });
}

}  // namespace

TEST_CASE("nothing is printed in the outer six millimetres") {
    for (const Typeset& set : all_documents())
        for (const Page& page : set.pages)
            for (const Mark& mark : page.marks) {
                const Rect at = extent(mark);
                CHECK(at.x >= 6);
                CHECK(at.y >= 6);
                CHECK(at.x + at.width <= 204);
                CHECK(at.y + at.height <= 291);
            }
}

TEST_CASE("no text leaves the column") {
    for (const Typeset& set : all_documents())
        for (const Page& page : set.pages)
            for (const Mark& mark : page.marks)
                if (is_a<TextMark>(mark)) {
                    CHECK(extent(mark).x >= 20 - 0.01);
                    CHECK(extent(mark).x + extent(mark).width <= 190.01);
                }
}

TEST_CASE("no two texts are printed over each other") {
    for (const Typeset& set : all_documents())
        for (const Page& page : set.pages)
            for (std::size_t i = 0; i < page.marks.size(); ++i)
                for (std::size_t k = i + 1; k < page.marks.size(); ++k)
                    if (is_a<TextMark>(page.marks[i]) && is_a<TextMark>(page.marks[k]) &&
                        overlap(extent(page.marks[i]), extent(page.marks[k])))
                        FAIL(std::get<TextMark>(page.marks[i]).text + " / " +
                             std::get<TextMark>(page.marks[k]).text);
}

TEST_CASE("nothing stands in the quiet zone of a code") {
    constexpr double quiet_modules = 4;
    for (const Typeset& set : all_documents())
        for (const Page& page : set.pages)
            for (const Mark& code : page.marks) {
                const auto* modules = std::get_if<ModulesMark>(&code);
                constexpr std::size_t corner_side = 6;
                if (!modules || modules->side == corner_side) continue;
                const double quiet =
                    quiet_modules * modules->at.width / static_cast<double>(modules->side);
                for (const Mark& mark : page.marks)
                    if (&mark != &code)
                        CHECK_FALSE(overlap(extent(mark), grown(modules->at, quiet)));
            }
}

TEST_CASE("every page has its code and four corner marks at the corners") {
    const Typeset set = set_issued(settlement());
    CHECK(boxes_of(set, BoxKind::corner).size() == 4 * set.pages.size());
    CHECK(box_named(set, "top-left").at == Rect{7, 7, 8, 8});
    CHECK(box_named(set, "top-right").at == Rect{195, 7, 8, 8});
    CHECK(box_named(set, "bottom-right").at == Rect{195, 282, 8, 8});
    CHECK(box_named(set, "bottom-left").at == Rect{7, 282, 8, 8});
    CHECK(box_named(set, "page").at == Rect{168, 10, 22, 22});
}

TEST_CASE("a draft says so and has neither codes nor corner marks") {
    TypesetOptions options = issued();
    options.frame.draft = "PROJEKT";
    const Typeset set = typeset({paragraph("tekst")}, fonts(), options);
    CHECK(boxes_of(set, BoxKind::code).empty());
    CHECK(boxes_of(set, BoxKind::corner).empty());
    CHECK(texts(set.pages.front()).find("PROJEKT") != std::string::npos);
    CHECK(texts(set.pages.front()).find("SET-2026-0007/1") == std::string::npos);
}

TEST_CASE("every page says which of how many it is, and its short code") {
    const Typeset set = set_issued(extremes());
    const std::string pages = std::to_string(set.pages.size());
    REQUIRE(set.pages.size() > 3);
    CHECK(texts(set.pages[2]).find("Strona 3 z " + pages) != std::string::npos);
    CHECK(texts(set.pages[2]).find("SET-2026-0007/1/1/3-9f2c") != std::string::npos);
    CHECK(set.map.pages == static_cast<int>(set.pages.size()));
}

TEST_CASE("every box of the map lies where its mark is") {
    const Typeset set = set_issued(settlement());
    for (const Box& box : boxes_of(set, BoxKind::signature))
        CHECK(has_mark(set, box, is_a<RectMark>));
    for (const Box& box : boxes_of(set, BoxKind::initials))
        CHECK(has_mark(set, box, is_a<RectMark>));
    for (const Box& box : boxes_of(set, BoxKind::photograph))
        CHECK(has_mark(set, box, is_a<ImageMark>));
    for (const BoxKind kind : {BoxKind::code, BoxKind::corner})
        for (const Box& box : boxes_of(set, kind)) CHECK(has_mark(set, box, is_a<ModulesMark>));
}

TEST_CASE("boxes to sign are 75 by 22 millimetres and carry their names") {
    const auto boxes = boxes_of(set_issued({signatures()}), BoxKind::signature);
    REQUIRE(boxes.size() == 3);
    CHECK(boxes[0].name == "salon");
    CHECK(boxes[1].name == "client");
    CHECK(boxes[2].name == "receipt");
    for (const Box& box : boxes) {
        CHECK(box.at.width == 75);
        CHECK(box.at.height == 22);
    }
}

TEST_CASE("an Italian revenue stamp of 55 by 40 millimetres fits into a space") {
    const Typeset set = set_issued({paragraph("a"), Space{"stamp", "Marca da bollo"}});
    const Box space = box_named(set, "stamp");
    CHECK(space.kind == BoxKind::pen);
    CHECK(space.at.width >= 55);
    CHECK(space.at.height >= 40);
}

TEST_CASE("both parties have a box for their initials on every page") {
    const Typeset set = set_issued(extremes());
    std::size_t salon = 0, client = 0;
    for (const Box& box : boxes_of(set, BoxKind::initials)) {
        salon += box.name == "initials salon";
        client += box.name == "initials client";
    }
    CHECK(salon == set.pages.size());
    CHECK(client == set.pages.size());
}

TEST_CASE("a guarded amount that runs over two lines has two boxes of one name") {
    const Typeset set = set_issued({Paragraph{
        {}, 0, false, {{plain(words(11)), answer(" " + words(14), "sum_words", Guard::amount)}}}});
    const auto boxes = boxes_of(set, BoxKind::amount);
    REQUIRE(boxes.size() == 2);
    CHECK(boxes[0].name == "sum_words");
    CHECK(boxes[1].name == "sum_words");
    CHECK(boxes[1].at.y > boxes[0].at.y);
}

TEST_CASE("a guarded answer printed in two fonts is one box") {
    const Typeset set =
        set_issued({Paragraph{{}, 0, false, {{answer("12 ☑ marca", "day", Guard::date)}}}});
    CHECK(boxes_of(set, BoxKind::date).size() == 1);
}

TEST_CASE("a line for the pen is ruled and in the map under its field") {
    const Typeset set = set_issued({Paragraph{{}, 0, false, {{pen_line("iban", 60)}}}});
    const auto boxes = boxes_of(set, BoxKind::pen);
    REQUIRE(boxes.size() == 1);
    CHECK(boxes[0].name == "iban");
    CHECK(boxes[0].at.width == Approx(60));
    CHECK(boxes[0].at.height >= 6);
}

TEST_CASE("amounts stand clear of every ruled line and box") {
    for (const Typeset& set : all_documents())
        for (const Box& amount : boxes_of(set, BoxKind::amount)) {
            const Page& page = set.pages.at(static_cast<std::size_t>(amount.page - 1));
            for (const Mark& mark : page.marks)
                if (is_a<LineMark>(mark) || is_a<RectMark>(mark))
                    CHECK_FALSE(overlap(grown(extent(mark), 0.03), grown(amount.at, 2.49)));
        }
}

TEST_CASE("the checkpoint's code is at least 30 mm wide with modules of 0.45 mm") {
    const Typeset set = set_issued({checkpoint()});
    const Box& box = box_named(set, "checkpoint");
    CHECK(box.at.width >= 30);
    const auto& marks = set.pages.front().marks;
    const auto found = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
        return is_a<ModulesMark>(mark) && is_near(extent(mark), box.at);
    });
    REQUIRE(found != marks.end());
    CHECK(box.at.width / static_cast<double>(std::get<ModulesMark>(*found).side) >= 0.45);
}

TEST_CASE("a document without blocks is one page with its frame") {
    CHECK(set_issued({}).pages.size() == 1);
}

TEST_CASE("every word of an answer of six hundred words is printed") {
    const Typeset set = set_issued({Grid{{{"Opis", {{plain(words(600))}}}}}});
    std::string all;
    for (const Page& page : set.pages) all += texts(page);
    std::size_t count = 0;
    for (std::size_t at = 0; (at = all.find("zaczerwienie", at)) != std::string::npos; ++at)
        ++count;
    CHECK(count == 50);
}

TEST_CASE("the same blocks give the same pages") {
    CHECK(to_text(set_issued(extremes()).pages) == to_text(set_issued(extremes()).pages));
    CHECK(set_issued(settlement()).map == set_issued(settlement()).map);
}

}  // namespace ugoda
