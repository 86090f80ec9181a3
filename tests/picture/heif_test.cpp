#include <catch2/catch.hpp>

#include "picture/made_risky_pictures.h"

using namespace ugoda;
using namespace ugoda::test;

TEST_CASE("a HEIC shows its picture, and white where it is see-through") {
    const Picture picture = read_risky(four_corners_heic(320, 192));
    CHECK(picture.facts.media_type == "image/heic");
    CHECK(picture.facts.width == 320);
    CHECK(near(corner(picture.rendition, 0), red));
    CHECK(near(corner(picture.rendition, 1), green));
    CHECK(near(corner(picture.rendition, 2), blue));
    CHECK(
        near(corner(read_risky(four_corners_heic(320, 192, {.alpha = true})).rendition, 0), white));
}

TEST_CASE("a HEIC's camera data is read") {
    const Picture picture = read_risky(four_corners_heic(128, 64, {.exif = exif_block(telephone)}));
    CHECK(picture.facts.times.camera == "2026-02-28T17:05:00");
    CHECK(picture.facts.camera == "Test");
    CHECK(picture.facts.has_gps_position);
}

TEST_CASE("a HEIC is turned as the file says, and not once more as its camera data repeat") {
    const std::string turned =
        four_corners_heic(320, 192, {.exif = exif_block(telephone), .turn = 3});
    const Picture picture = read_risky(turned);
    CHECK(picture.facts.camera == "Test");
    CHECK(picture.facts.width == 192);
    CHECK(near(corner(picture.rendition, 0), blue));
    CHECK(near(corner(picture.rendition, 1), red));
    CHECK_FALSE(mentions(picture.findings, "may lie on its side"));
}

TEST_CASE("a HEIC that only its camera data call turned is left as it is, with a warning") {
    const Picture picture =
        read_risky(four_corners_heic(320, 192, {.exif = exif_block(telephone)}));
    CHECK(near(corner(picture.rendition, 0), red));
    CHECK(mentions(picture.findings, "may lie on its side"));
}

TEST_CASE("a HEIC cut short anywhere is refused or read, nothing else") {
    const std::string heic = four_corners_heic(128, 64, {.exif = exif_block(telephone)});
    for (std::size_t size = 12; size < heic.size(); size += 9) {
        INFO("cut to " << size << " of " << heic.size());
        CHECK_THAT(risky_refusal_of(heic.substr(0, size)), !Catch::StartsWith("wrong fault"));
    }
    CHECK_THAT(risky_refusal_of(heic.substr(0, heic.size() / 3)),
               Catch::Contains("cannot be shown"));
}

TEST_CASE("a HEIC that promises 60000 x 60000 pixels is refused") {
    std::string heic = four_corners_heic(64, 64);
    for (std::size_t at = heic.find("ispe"); at != std::string::npos;
         at = heic.find("ispe", at + 4))
        heic.replace(at + 8, 8, std::string("\0\0\xEA\x60\0\0\xEA\x60", 8));
    CHECK_THAT(risky_refusal_of(heic),
               Catch::Contains("60000 x 60000") || Catch::Contains("cannot be shown"));
}

TEST_CASE("no single changed byte of a HEIC brings its reader down") {
    const std::string heic = four_corners_heic(64, 64, {.exif = exif_block(telephone)});
    for (std::size_t at = 0; at < heic.size(); ++at) {
        std::string changed = heic;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        INFO("byte " << at);
        CHECK_THAT(risky_refusal_of(changed), !Catch::StartsWith("wrong fault"));
    }
}

TEST_CASE("an AVIF is refused by what it is") {
    CHECK_THAT(risky_refusal_of(std::string_view("\0\0\0\x18"
                                                 "ftypavif\0\0\0\0mif1avif",
                                                 24)),
               Catch::Contains("is an AVIF picture"));
}

TEST_CASE("a HEIC whose picture has another size than it states is refused") {
    std::string heic = four_corners_heic(320, 192);
    const std::size_t size = heic.find("ispe") + 8;
    heic.replace(size, 8, std::string("\0\0\0\x40\0\0\0\x40", 8));
    CHECK_THAT(risky_refusal_of(heic), Catch::Contains("not of the size the file states"));
}
