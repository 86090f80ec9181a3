#include <catch2/catch.hpp>

#include "picture/made_risky_pictures.h"

using namespace ugoda;
using namespace ugoda::test;

TEST_CASE("a TIFF shows its picture, 8 bits or 16, and white where it is see-through") {
    for (const int bits : {8, 16}) {
        const Picture picture = read_risky(four_corners_tiff(300, 200, {.bits = bits}));
        CHECK(picture.facts.media_type == "image/tiff");
        CHECK(near(corner(picture.rendition, 0), red));
        CHECK(near(corner(picture.rendition, 2), blue));
    }
    const Picture seen_through = read_risky(four_corners_tiff(300, 200, {.alpha = true}));
    CHECK(near(corner(seen_through.rendition, 0), white));
    CHECK(near(corner(seen_through.rendition, 1), green));
}

TEST_CASE("a grey TIFF stays grey") {
    const Picture picture = read_risky(four_corners_tiff(300, 200, {.grey = true}));
    CHECK(picture.rendition[frame_of(picture.rendition) + 9] == 1);
    CHECK(near(corner(picture.rendition, 1), {90, 90, 90}));
}

TEST_CASE("each of the eight orientations of a TIFF is turned upright, once") {
    const std::array<Colour, 9> top_left{red, red, green, white, blue, red, blue, white, green};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const Picture picture =
            read_risky(four_corners_tiff(300, 200, {.orientation = orientation}));
        INFO(orientation);
        CHECK(near(corner(picture.rendition, 0), top_left[static_cast<std::size_t>(orientation)]));
        CHECK(picture.facts.width == (orientation >= 5 ? 200 : 300));
        CHECK(picture.facts.orientation == orientation);
    }
}

TEST_CASE("a TIFF's camera and software are read from it") {
    const Picture picture = read_risky(four_corners_tiff(300, 200));
    CHECK(picture.facts.camera == "Test");
    CHECK(picture.facts.software == "Scan 1.0");
}

TEST_CASE("a TIFF of several pages gives the first and says so") {
    CHECK(mentions(read_risky(four_corners_tiff(60, 40, {.pages = 3})).findings,
                   "more than one page"));
    CHECK_FALSE(mentions(read_risky(four_corners_tiff(60, 40)).findings, "more than one page"));
}

TEST_CASE("a raw camera file that looks like a TIFF is refused by what it is") {
    std::string canon = four_corners_tiff(60, 40);
    canon.replace(8, 2, "CR");
    CHECK_THAT(risky_refusal_of(canon), Catch::Contains("is a raw camera file"));
}

TEST_CASE("a TIFF that promises 60000 x 60000 pixels is refused unread") {
    std::string tiff = four_corners_tiff(64, 64);
    // Entries of the directory: tag, type SHORT, count 1, value; little-endian.
    for (const char tag : {'\0', '\1'}) {
        const std::size_t entry =
            tiff.find(std::string{tag, '\1', '\3', '\0', '\1', '\0', '\0', '\0', '\x40', '\0'});
        REQUIRE(entry != std::string::npos);
        tiff.replace(entry + 8, 2, "\x60\xEA");
    }
    CHECK_THAT(risky_refusal_of(tiff),
               Catch::Contains("60000 x 60000 pixels, more than 60 megapixels"));
}

TEST_CASE("a TIFF cut short anywhere is refused or shows all that is there") {
    const std::string tiff = four_corners_tiff(300, 200);
    for (std::size_t size = 8; size < tiff.size(); size += 13) {
        INFO("cut to " << size << " of " << tiff.size());
        CHECK_THAT(risky_refusal_of(tiff.substr(0, size)), !Catch::StartsWith("wrong fault"));
    }
    CHECK_THAT(risky_refusal_of(tiff.substr(0, tiff.size() / 2)), Catch::Contains("cannot be"));
}

TEST_CASE("no single changed byte of a TIFF brings its reader down") {
    const std::string tiff = four_corners_tiff(40, 30, {.pages = 2});
    for (std::size_t at = 0; at < tiff.size(); ++at)
        for (const int change : {1 << at % 8, 0xFF}) {
            std::string changed = tiff;
            changed[at] = static_cast<char>(changed[at] ^ change);
            INFO("byte " << at);
            CHECK_THAT(risky_refusal_of(changed), !Catch::StartsWith("wrong fault"));
        }
}
