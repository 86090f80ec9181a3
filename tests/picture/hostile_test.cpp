#include <catch2/catch.hpp>
#include <random>

#include "picture/made_pictures.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

/// Changes `count` single bytes, one at a time; each copy must be read or refused, nothing else.
void survive_mutations(const std::string& bytes, int count) {
    std::mt19937 random(20261123);
    for (int i = 0; i < count; ++i) {
        std::string changed = bytes;
        const std::size_t at = random() % changed.size();
        changed[at] = static_cast<char>(random());
        INFO("byte " << at << " of change " << i);
        CHECK_THAT(refusal_of(changed), !Catch::StartsWith("wrong fault"));
    }
}

}  // namespace

TEST_CASE("a JPEG cut short is told or refused, wherever it is cut") {
    for (const bool progressive : {false, true}) {
        const std::string jpeg =
            with_exif(four_corners_jpeg(320, 200, {.progressive = progressive}), telephone);
        for (std::size_t size = 0; size < jpeg.size(); size += size + 40 < jpeg.size() ? 13u : 1u) {
            INFO("cut to " << size << " of " << jpeg.size());
            const std::string cut = jpeg.substr(0, size);
            if (refusal_of(cut).empty()) CHECK(mentions(read(cut).findings, "ends too early"));
        }
    }
}

TEST_CASE("no single changed byte brings the reader of photographs down") {
    survive_mutations(with_exif(four_corners_jpeg(160, 100), telephone), 300);
    survive_mutations(with_exif(four_corners_jpeg(160, 100, {.progressive = true}), telephone),
                      200);
    survive_mutations(with_chunk(four_corners_png(160, 100), "eXIf", exif_block(telephone)), 300);
}

TEST_CASE("a file of another kind is refused by what it is, whatever its name") {
    CHECK_THAT(refusal_of(std::string_view("\0\0\0\x18"
                                           "ftypmp42\0\0\0\0isommp42",
                                           24)),
               Catch::Contains("is a video"));
    CHECK_THAT(refusal_of("GIF89a......."), Catch::Contains("is a GIF picture"));
    CHECK_THAT(refusal_of("to jest tekst\n"), Catch::Contains("is text, not a picture"));
    CHECK_THAT(refusal_of("%PDF-1.7\n"), Catch::Contains("is a PDF document"));
    CHECK_THAT(refusal_of(std::string_view("\0\1\2\3", 4)), Catch::Contains("is not a picture"));
    CHECK_THAT(refusal_of(""), Catch::Contains("is empty"));
}

TEST_CASE("a header that promises 60000 x 60000 pixels is refused unread") {
    const std::string jpeg = four_corners_jpeg(64, 64), png = four_corners_png(64, 64);
    const std::size_t frame = frame_of(jpeg);
    CHECK_THAT(refusal_of(with_number(with_number(jpeg, frame + 5, 60000), frame + 7, 60000)),
               Catch::Contains("60000 x 60000"));
    CHECK_THAT(refusal_of(with_number(with_number(png, 18, 60000), 22, 60000)),
               Catch::Contains("60000 x 60000"));
}

TEST_CASE("a picture without width or height is refused") {
    const std::string jpeg = four_corners_jpeg(64, 64), png = four_corners_png(64, 64);
    CHECK_THAT(refusal_of(with_number(jpeg, frame_of(jpeg) + 5, 0)), Catch::Contains("is zero"));
    CHECK_THAT(refusal_of(with_number(jpeg, frame_of(jpeg) + 7, 0)), Catch::Contains("is zero"));
    CHECK_THAT(refusal_of(with_number(png, 18, 0)), Catch::Contains("is zero"));
}

TEST_CASE("the limits on bytes and pixels are the caller's") {
    const std::string jpeg = four_corners_jpeg(640, 400);
    CHECK_NOTHROW(read_picture(jpeg, "a", {.bytes = jpeg.size(), .pixels = 640 * 400}, 100));
    CHECK_THROWS_WITH(read_picture(jpeg, "a", {.bytes = jpeg.size() - 1}, 100),
                      Catch::Contains("more than"));
    CHECK_THROWS_WITH(read_picture(jpeg, "a", {.pixels = 640 * 400 - 1}, 100),
                      Catch::Contains("640 x 400"));
}

TEST_CASE("a JPEG of a thousand empty layers is refused") {
    std::string jpeg = four_corners_jpeg(64, 64, {.progressive = true});
    const std::string layer("\xFF\xDA\0\x08\x01\x01\0\x01\x3F\0", 10);
    for (int i = 0; i < 1000; ++i) jpeg.insert(jpeg.size() - 2, layer);
    CHECK_THAT(refusal_of(jpeg), Catch::Contains("more layers"));
}

TEST_CASE("a JPEG without any picture data is refused") {
    const std::string jpeg = four_corners_jpeg(64, 64);
    CHECK_THAT(refusal_of(jpeg.substr(0, frame_of(jpeg)) + "\xFF\xD9"),
               Catch::Contains("before the picture begins"));
}
