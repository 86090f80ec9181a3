// HEIC, WebP and TIFF made to do harm: the process that opens them bears it, and what comes of
// it is one line about the file.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "hostile/shell.h"
#include "picture/made_risky_pictures.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

struct Made {
    std::string name, bytes;
};

std::string little_endian(std::uint32_t number) {
    std::string bytes;
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift & 0xff);
    return bytes;
}

std::string put(std::string bytes, std::size_t at, const std::string& over) {
    REQUIRE(at != std::string::npos);
    return bytes.replace(at, over.size(), over);
}

/// An entry of a little-endian TIFF's directory (tag, type SHORT, one value), given that value.
std::string with_entry(const std::string& tiff, const std::string& tag, const std::string& value) {
    const std::string start = tag + std::string("\3\0\1\0\0\0", 6);
    return put(tiff, tiff.find(start) + start.size(), value);
}

std::string huge_tiff() {
    const std::string width("\0\1", 2), height("\1\1", 2), many("\x60\xEA", 2);
    return with_entry(with_entry(four_corners_tiff(64, 64), width, many), height, many);
}

std::string huge_heic() {
    std::string heic = four_corners_heic(64, 64);
    for (std::size_t at = heic.find("ispe"); at != std::string::npos;
         at = heic.find("ispe", at + 4))
        heic = put(heic, at + 8, std::string("\0\0\xEA\x60\0\0\xEA\x60", 8));
    return heic;
}

std::string huge_webp() {
    const std::string webp = four_corners_webp(64, 64, {.alpha = true});
    return put(webp, webp.find("VP8L") + 9, "\xFF\xFF\xFF\x1F");  // 14 bits each, less one
}

/// The first directory names itself as the next.
std::string endless_tiff() {
    const std::string tiff = four_corners_tiff(64, 64, {.pages = 2});
    const std::size_t first = static_cast<unsigned char>(tiff[4]) |
                              static_cast<std::size_t>(static_cast<unsigned char>(tiff[5])) << 8;
    const auto entries = static_cast<std::size_t>(static_cast<unsigned char>(tiff.at(first)));
    return put(tiff, first + 2 + 12 * entries, tiff.substr(4, 4));
}

/// Boxes in boxes, each saying that it reaches to the end of the file.
std::string nested_heic() {
    std::string heic = four_corners_heic(64, 64).substr(0, 24);
    for (int i = 0; i < 100'000; ++i) heic += std::string("\0\0\0\0meta\0\0\0\0", 12);
    return heic;
}

std::string crowded_heic() {
    const std::string heic = four_corners_heic(64, 64);
    return put(heic, heic.find("iinf") + 8, "\xff\xff");
}

/// Two pictures, the second one repeated until the file has ten thousand.
std::string restless_webp() {
    std::string webp = animated_webp(64, 64);
    const std::string frame = webp.substr(webp.rfind("ANMF"));
    for (int i = 0; i < 10'000; ++i) webp += frame;
    return put(webp, 4, little_endian(static_cast<std::uint32_t>(webp.size() - 8)));
}

/// Canvas of 2^24 x 2^24.
std::string wide_webp() {
    const std::string webp =
        with_webp_chunk(four_corners_webp(64, 64), "EXIF", exif_block(telephone));
    return put(webp, webp.find("VP8X") + 12, "\xff\xff\xff\xff\xff\xff");
}

std::string endless_chunk_webp() {
    const std::string webp =
        with_webp_chunk(four_corners_webp(64, 64), "EXIF", exif_block(telephone));
    return put(webp, webp.find("EXIF") + 4, "\xf0\xff\xff\xff");
}

}  // namespace

TEST_CASE("HEIC, WebP and TIFF that promise more pixels than anybody can hold are refused") {
    Shell shell;
    for (const Made& made : std::vector<Made>{
             {"huge.heic", huge_heic()}, {"huge.webp", huge_webp()}, {"huge.tiff", huge_tiff()}}) {
        INFO(made.name);
        const std::string says = made.name == "huge.heic" ? "" : " pixels, more than 60 megapixels";
        shell.refuses({"photo", "add", "2099-0001", "--after", shell.file(made.name, made.bytes)},
                      2, made.name + ": ");
        shell.refuses({"photo", "add", "2099-0001", "--after", shell.path(made.name)}, 2, says);
    }
    shell.check_intact(3);
}

TEST_CASE("HEIC, WebP and TIFF that fold much into little, or lead in a circle, cost one file") {
    Shell shell;
    const std::string other = shell.file("other.jpg", "text");
    for (const Made& made : std::vector<Made>{{"circle.tiff", endless_tiff()},
                                              {"nested.heic", nested_heic()},
                                              {"crowded.heic", crowded_heic()},
                                              {"restless.webp", restless_webp()},
                                              {"wide.webp", wide_webp()},
                                              {"chunk.webp", endless_chunk_webp()}}) {
        INFO(made.name);
        shell.refuses({"photo", "add", "2099-0001", "--before", shell.file(made.name, made.bytes),
                       "--after", other},
                      2, made.name + ": ");
    }
    shell.check_intact(3);
}
