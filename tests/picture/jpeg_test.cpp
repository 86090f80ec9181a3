#include <turbojpeg.h>

#include <catch2/catch.hpp>

#include "picture/made_pictures.h"
#include "picture/picture_header.h"

using namespace ugoda;
using namespace ugoda::test;

TEST_CASE("a photograph is upright whichever way the camera was held") {
    // Per EXIF orientation: which stored corner is seen top left, top right, bottom left, bottom
    // right.
    constexpr std::array<std::array<int, 4>, 8> seen = {{{0, 1, 2, 3},
                                                         {1, 0, 3, 2},
                                                         {3, 2, 1, 0},
                                                         {2, 3, 0, 1},
                                                         {0, 2, 1, 3},
                                                         {2, 0, 3, 1},
                                                         {3, 1, 2, 0},
                                                         {1, 3, 0, 2}}};
    constexpr std::array<Colour, 4> stored = {red, green, blue, white};
    for (std::size_t turn = 0; turn < seen.size(); ++turn) {
        const std::string number = std::to_string(turn + 1);
        const Picture picture =
            read(with_exif(four_corners_jpeg(640, 400), {{"Exif.Image.Orientation", number}}));
        INFO("orientation " << number);
        CHECK(picture.facts.orientation == static_cast<int>(turn + 1));
        CHECK(picture.facts.width == (turn < 4 ? 640 : 400));
        CHECK(picture.rendition_width == (turn < 4 ? 200 : 125));
        CHECK(picture.rendition_height == (turn < 4 ? 125 : 200));
        for (std::size_t at = 0; at < 4; ++at)
            CHECK(near(corner(picture.rendition, static_cast<int>(at)),
                       stored[static_cast<std::size_t>(seen[turn][at])]));
    }
}

TEST_CASE("an orientation that does not exist leaves the picture as it is") {
    const Picture picture =
        read(with_exif(four_corners_jpeg(640, 400), {{"Exif.Image.Orientation", "9"}}));
    CHECK(picture.facts.orientation == 1);
    CHECK(near(corner(picture.rendition, 0), red));
}

TEST_CASE("the rendition is never larger than asked and never enlarged") {
    CHECK(read_picture(four_corners_jpeg(3000, 2000), "a", {}, 1000).rendition_width == 1000);
    CHECK(read_picture(four_corners_jpeg(3000, 2000), "a", {}, 1000).rendition_height == 667);
    CHECK(read_picture(four_corners_jpeg(300, 200), "a", {}, 1000).rendition_width == 300);
}

TEST_CASE("a picture one pixel high keeps its one pixel") {
    const Picture picture = read(four_corners_jpeg(5000, 1));
    CHECK(picture.rendition_width == 200);
    CHECK(picture.rendition_height == 1);
}

TEST_CASE("the rendition keeps nothing of the original's metadata") {
    const std::string jpeg =
        with_exif(four_corners_jpeg(640, 400), {{"Exif.Image.Make", "Secret"}});
    const std::string rendition = read(jpeg).rendition;
    CHECK(rendition.find("Secret") == std::string::npos);
    CHECK(rendition.find("Exif") == std::string::npos);
    CHECK(rendition.substr(frame_of(rendition), 2) == "\xFF\xC0");
}

TEST_CASE("a grey photograph stays grey and a progressive one becomes baseline") {
    const std::string grey = read(four_corners_jpeg(640, 400, {.grey = true})).rendition;
    CHECK(grey[frame_of(grey) + 9] == 1);
    const std::string plain = read(four_corners_jpeg(640, 400, {.progressive = true})).rendition;
    CHECK(plain.substr(frame_of(plain), 2) == "\xFF\xC0");
    CHECK(near(corner(plain, 1), green));
}

TEST_CASE("the same photograph gives the same rendition, byte for byte") {
    const std::string jpeg = four_corners_jpeg(1700, 1200, {.progressive = true});
    CHECK(read(jpeg).rendition == read(jpeg).rendition);
}

TEST_CASE("a colour profile that is not sRGB is noted, sRGB is not") {
    const std::string jpeg = four_corners_jpeg(1200, 900);
    const std::string start = std::string("ICC_PROFILE\0\x01\x01", 14);
    CHECK(mentions(read(with_segment(jpeg, 0xE2, start + "desc Display P3")).findings,
                   "colour profile"));
    CHECK(read(with_segment(jpeg, 0xE2, start + "desc sRGB IEC61966-2.1")).findings.empty());
}

TEST_CASE("a small photograph is noted as coarse in print") {
    CHECK(mentions(read(four_corners_jpeg(640, 400)).findings, "only 640 x 400 pixels"));
    CHECK(read(four_corners_jpeg(1000, 700)).findings.empty());
}

TEST_CASE("kinds of JPEG that are not read say which kind they are") {
    const std::string jpeg = four_corners_jpeg(640, 400);
    std::string arithmetic = jpeg, lossless = jpeg, deep = jpeg;
    arithmetic[frame_of(jpeg) + 1] = '\xC9';
    lossless[frame_of(jpeg) + 1] = '\xC3';
    deep[frame_of(jpeg) + 4] = 12;
    CHECK_THAT(refusal_of(arithmetic), Catch::Contains("arithmetic-coded"));
    CHECK_THAT(refusal_of(lossless), Catch::Contains("lossless"));
    CHECK_THAT(refusal_of(deep), Catch::Contains("12 bits"));
    CHECK_THAT(refusal_of(four_corners_jpeg(64, 64, {.cmyk = true})), Catch::Contains("CMYK"));
}

TEST_CASE("an unusual but readable JPEG is told as not clean") {
    std::string jpeg = four_corners_jpeg(1200, 900);
    jpeg.insert(jpeg.size() - 2, "rubbish before the end");
    const Picture picture = read(jpeg);
    CHECK(mentions(picture.findings, "not a clean JPEG"));
    CHECK(near(corner(picture.rendition, 3), white));
}
