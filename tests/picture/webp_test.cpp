#include <catch2/catch.hpp>

#include "picture/made_risky_pictures.h"

using namespace ugoda;
using namespace ugoda::test;

TEST_CASE("a WebP shows its picture, and white where it is see-through") {
    const Picture picture = read_risky(four_corners_webp(300, 200));
    CHECK(picture.facts.media_type == "image/webp");
    CHECK(picture.facts.width == 300);
    CHECK(near(corner(picture.rendition, 0), red));
    CHECK(near(corner(picture.rendition, 3), white));
    const Picture seen_through = read_risky(four_corners_webp(300, 200, {.alpha = true}));
    CHECK(near(corner(seen_through.rendition, 0), white));
    CHECK(near(corner(seen_through.rendition, 1), green));
}

TEST_CASE("a WebP's camera data is read, with JPEG's introduction or without") {
    for (const std::string& introduction : {std::string(), std::string("Exif\0\0", 6)}) {
        const Picture picture = read_risky(with_webp_chunk(four_corners_webp(300, 200), "EXIF",
                                                           introduction + exif_block(telephone)));
        CHECK(picture.facts.times.camera == "2026-02-28T17:05:00");
        CHECK(picture.facts.times.camera_offset == "+01:00");
        CHECK(picture.facts.camera == "Test");
        CHECK(picture.facts.width == 200);
        CHECK(near(corner(picture.rendition, 0), blue));
    }
}

TEST_CASE("each of the eight orientations of a WebP is turned upright") {
    // Which stored corner ends up top left (CIPA DC-008 §4.6.4 A).
    const std::array<Colour, 9> top_left{red, red, green, white, blue, red, blue, white, green};
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const std::string exif =
            exif_block({{"Exif.Image.Orientation", std::to_string(orientation)}});
        const Picture picture =
            read_risky(with_webp_chunk(four_corners_webp(300, 200), "EXIF", exif));
        INFO(orientation);
        CHECK(near(corner(picture.rendition, 0), top_left[static_cast<std::size_t>(orientation)]));
        CHECK(picture.facts.width == (orientation >= 5 ? 200 : 300));
    }
}

TEST_CASE("a WebP that moves gives its first picture and says so") {
    const Picture picture = read_risky(animated_webp(120, 80));
    CHECK(near(corner(picture.rendition, 1), green));
    CHECK(mentions(picture.findings, "moves: its first picture is printed"));
}

TEST_CASE("a WebP with a foreign colour profile is told of, one with sRGB is not") {
    const std::string webp = four_corners_webp(300, 200);
    CHECK(mentions(read_risky(with_webp_chunk(webp, "ICCP", "Display P3")).findings,
                   "colour profile"));
    CHECK_FALSE(mentions(read_risky(with_webp_chunk(webp, "ICCP", "an sRGB profile")).findings,
                         "colour profile"));
}

TEST_CASE("a WebP cut short anywhere is refused") {
    const std::string webp =
        with_webp_chunk(four_corners_webp(300, 200), "EXIF", exif_block(telephone));
    for (std::size_t size = 12; size < webp.size(); size += 11) {
        INFO("cut to " << size << " of " << webp.size());
        CHECK_THAT(risky_refusal_of(webp.substr(0, size)), Catch::Contains("cannot be shown"));
    }
}

TEST_CASE("a WebP that promises more pixels than the limit is refused unread") {
    std::string webp = four_corners_webp(64, 64, {.alpha = true});
    const std::size_t size = webp.find("VP8L") + 9;  // width and height less one, 14 bits each
    webp.replace(size, 4, "\xFF\xFF\xFF\x1F");
    CHECK_THAT(risky_refusal_of(webp),
               Catch::Contains("16384 x 16384 pixels, more than 60 megapixels"));
}

TEST_CASE("no single changed byte of a WebP brings its reader down") {
    const std::string webp =
        with_webp_chunk(four_corners_webp(40, 30), "EXIF", exif_block(telephone));
    for (std::size_t at = 0; at < webp.size(); ++at) {
        std::string changed = webp;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        INFO("byte " << at);
        CHECK_THAT(risky_refusal_of(changed), !Catch::StartsWith("wrong fault"));
    }
}
