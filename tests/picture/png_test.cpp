#include <catch2/catch.hpp>

#include "picture/made_pictures.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

bool shows_four_corners(const std::string& png) {
    const std::string rendition = read(png).rendition;
    return near(corner(rendition, 0), red) && near(corner(rendition, 1), green) &&
           near(corner(rendition, 2), blue) && near(corner(rendition, 3), white);
}

}  // namespace

TEST_CASE("a PNG of any making shows the same picture") {
    CHECK(shows_four_corners(four_corners_png(300, 200)));
    CHECK(shows_four_corners(four_corners_png(300, 200, {.palette = true})));
    CHECK(shows_four_corners(four_corners_png(300, 200, {.bits = 16})));
    CHECK(shows_four_corners(four_corners_png(300, 200, {.interlaced = true})));
    CHECK(shows_four_corners(four_corners_png(300, 200, {.palette = true, .interlaced = true})));
}

TEST_CASE("what is see-through in a PNG becomes white") {
    for (const bool grey : {false, true}) {
        const std::string rendition =
            read(four_corners_png(300, 200, {.grey = grey, .alpha = true})).rendition;
        CHECK(near(corner(rendition, 0), white));
        CHECK_FALSE(near(corner(rendition, 1), white));
    }
}

TEST_CASE("a grey PNG stays grey, also with 16 bits") {
    for (const int bits : {8, 16}) {
        const std::string grey =
            read(four_corners_png(300, 200, {.grey = true, .bits = bits})).rendition;
        CHECK(grey[frame_of(grey) + 9] == 1);
        CHECK(near(corner(grey, 1), {90, 90, 90}));
    }
}

TEST_CASE("a PNG's camera data is read like a JPEG's") {
    const std::string png =
        with_chunk(four_corners_png(300, 200), "eXIf",
                   exif_block({{"Exif.Image.Orientation", "6"},
                               {"Exif.Photo.DateTimeOriginal", "2026:02:28 17:05:00"}}));
    const Picture picture = read(png);
    CHECK(picture.facts.media_type == "image/png");
    CHECK(picture.facts.times.camera == "2026-02-28T17:05:00");
    CHECK(picture.rendition_height == 200);
    CHECK(near(corner(picture.rendition, 0), blue));
}

TEST_CASE("a PNG cut short anywhere is refused") {
    const std::string png = four_corners_png(300, 200, {.interlaced = true});
    for (std::size_t size = 8; size + 12 < png.size(); size += 7) {
        INFO("cut to " << size << " of " << png.size());
        CHECK_THAT(refusal_of(png.substr(0, size)), Catch::Contains("cannot be shown"));
    }
}

TEST_CASE("a PNG with a wrong checksum in its picture data is refused") {
    std::string png = four_corners_png(300, 200);
    png[png.find("IDAT") + 30] ^= 0x55;
    CHECK_THAT(refusal_of(png), Catch::Contains("damaged or cut short"));
}

TEST_CASE("a PNG whose first chunk is not its header is refused") {
    std::string png = four_corners_png(300, 200);
    png.replace(12, 4, "IHDX");
    CHECK_THAT(refusal_of(png), Catch::Contains("its header is missing"));
}

TEST_CASE("text and profiles that unfold to fifty megabytes do not hinder a PNG") {
    const std::string bomb = deflated(std::string(50u << 20, 'A'));
    const std::string named = std::string("Comment\0\0", 9) + bomb;
    const std::string png = four_corners_png(300, 200);
    CHECK(shows_four_corners(with_chunk(png, "zTXt", named)));
    CHECK(shows_four_corners(with_chunk(png, "iCCP", named)));
}
