#include <catch2/catch.hpp>

#include "picture/made_pictures.h"

using namespace ugoda;

namespace {

std::string box(std::string_view brand, std::string_view compatible = "") {
    std::string bytes(3, '\0');
    bytes += static_cast<char>(16 + compatible.size());
    return bytes + "ftyp" + std::string(brand) + std::string(4, '\0') + std::string(compatible) +
           "....";
}

}  // namespace

TEST_CASE("a file is what its content says") {
    CHECK(media_type(test::four_corners_jpeg(8, 8)) == "image/jpeg");
    CHECK(media_type(test::four_corners_png(8, 8)) == "image/png");
    CHECK(media_type("GIF89a...") == "image/gif");
    CHECK(media_type(std::string_view("II*\0rest", 8)) == "image/tiff");
    CHECK(media_type(std::string_view("RIFF\x10\0\0\0WEBPVP8 ", 16)) == "image/webp");
    CHECK(media_type("%PDF-1.7") == "application/pdf");
    CHECK(media_type("PK\x03\x04....") == "application/zip");
}

TEST_CASE("what a telephone writes is told by its brand") {
    CHECK(media_type(box("heic")) == "image/heic");
    CHECK(media_type(box("avif")) == "image/avif");
    CHECK(media_type(box("mif1")) == "image/heif");
    CHECK(media_type(box("mif1", "miafheic")) == "image/heic");
    CHECK(media_type(box("isom")) == "video/mp4");
    CHECK(media_type(box("qt  ")) == "video/quicktime");
    CHECK(media_type(box("zzzz")).empty());
}

TEST_CASE("a box that claims more brands than there are bytes is read to its end") {
    std::string cut = box("mif1", "miafheic").substr(0, 18);
    cut[3] = '\xFF';
    CHECK(media_type(cut) == "image/heif");
}

TEST_CASE("UTF-8 text is text, anything with a zero byte is not") {
    CHECK(media_type("Zażółć gęślą jaźń\n") == "text/plain");
    CHECK(media_type(std::string_view("a\0b", 3)).empty());
    CHECK(media_type("\xC3\x28").empty());
    CHECK(media_type("").empty());
}
