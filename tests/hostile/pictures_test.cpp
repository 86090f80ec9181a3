// Files that are called photographs and are none, or are made to do harm.
#include <zlib.h>

#include <catch2/catch.hpp>

#include "base/files.h"
#include "hostile/shell.h"
#include "picture/made_pictures.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

std::string big_endian(std::size_t number) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xff);
    return bytes;
}

std::string chunk(const std::string& type, const std::string& content) {
    const std::string body = type + content;
    const auto sum =
        ::crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return big_endian(content.size()) + body + big_endian(sum);
}

/// RGB, 8 bits; every checksum is right.
std::string png(std::size_t width, std::size_t height, const std::string& pixels,
                char interlaced = 0) {
    const std::string header =
        big_endian(width) + big_endian(height) + std::string("\x08\x02\0\0", 4) + interlaced;
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + chunk("IDAT", deflated(pixels)) +
           chunk("IEND", "");
}

std::string rows(std::size_t width, std::size_t height) {
    return std::string((3 * width + 1) * height, '\0');
}

/// As photograph, in a file of that name, it is refused with these words.
void check_refused(Shell& shell, const std::string& name, const std::string& bytes,
                   const std::string& says) {
    INFO(name);
    shell.refuses({"photo", "add", "2099-0001", "--after", shell.file(name, bytes)}, 2,
                  name + ": " + says);
}

/// The same, for a picture that some reader may still find readable: an unusable one beside it
/// keeps both out. Either it is refused or what is wrong with it is told.
void check_told(Shell& shell, const std::string& bytes) {
    const std::string other = shell.file("other.jpg", "text");
    shell.refuses(
        {"photo", "add", "2099-0001", "--before", shell.file("odd.jpg", bytes), "--after", other},
        2, "odd.jpg: ");
}

}  // namespace

TEST_CASE("what is called a photograph and is none is told by what it is") {
    Shell shell;
    check_refused(shell, "text.jpg", "to jest tekst", "is text, not a picture");
    check_refused(shell, "moving.jpg", "GIF89a" + std::string(40, 'x'), "is a GIF picture");
    check_refused(shell, "film.jpg",
                  std::string("\0\0\0\x18"
                              "ftypmp42",
                              12) +
                      std::string(40, 'x'),
                  "is a video");
    check_refused(shell, "film.png",
                  std::string("\0\0\0\x14"
                              "ftypqt  ",
                              12) +
                      std::string(40, 'x'),
                  "is a video");
    check_refused(shell, "paper.jpg", "%PDF-1.7\n", "is a PDF document");
    check_refused(shell, "office.jpg", "PK\x03\x04" + std::string(40, 'x'), "is a ZIP archive");
    check_refused(shell, "nothing.jpg", "", "is empty");
    check_refused(shell, "noise.jpg", std::string("\0\1\2\3", 4), "is not a picture");
    check_refused(shell, "start.jpg", "\xff\xd8\xff", "cannot be shown");
    check_refused(shell, "start.png", "\x89PNG\r\n\x1a\n", "cannot be shown");
    check_refused(shell, "page.jpg", "<html><script>alert(1)</script>", "is text, not a picture");
}

TEST_CASE("a telephone's photograph cut short anywhere is refused, or its damage is told") {
    Shell shell;
    const std::string jpeg = read_file(sample("photographs/before-1.jpg"), 1u << 26, Fault::input);
    for (std::size_t size = 3; size < jpeg.size(); size = size * 2 + 1)
        check_told(shell, jpeg.substr(0, size));
    check_told(shell, jpeg.substr(0, jpeg.size() - 2));
    check_told(shell, jpeg.substr(0, jpeg.size() / 2) + std::string(jpeg.size() / 2, '\0'));
}

TEST_CASE("a header that promises more pixels than anybody can hold is refused unread") {
    Shell shell;
    const std::string jpeg = four_corners_jpeg(64, 64);
    const std::size_t frame = frame_of(jpeg);
    check_refused(shell, "huge.jpg",
                  with_number(with_number(jpeg, frame + 5, 60000), frame + 7, 60000),
                  "has 60000 x 60000 pixels");
    check_refused(shell, "huge.png", png(60000, 60000, rows(64, 64)), "has 60000 x 60000 pixels");
    check_refused(shell, "widest.png", png(0xffffffff, 0xffffffff, ""),
                  "has 4294967295 x 4294967295 pixels");
    check_refused(shell, "long.png", png(1, 2147483647, ""), "has 1 x 2147483647 pixels");
    for (const std::string& none : {png(0, 64, ""), png(64, 0, "")})
        check_refused(shell, "none.png", none, "cannot be shown");
}

TEST_CASE("a malformed PNG is refused in plain words") {
    Shell shell;
    const std::string whole = png(64, 64, rows(64, 64));
    std::string sum = whole, kind = whole, first = whole, length = whole, filter = rows(64, 64);
    sum[whole.find("IDAT") + 6] ^= 0x55;
    kind[25] = 9;
    first.replace(12, 4, "IHDX");
    length.replace(8, 4, "\xff\xff\xff\xff");
    filter[0] = 77;
    const std::string end = chunk("IEND", ""), start = whole.substr(0, 33);
    for (const std::string& bad :
         {sum, kind, first, length, png(64, 64, filter), png(64, 64, rows(64, 10)), start + end,
          start, start + chunk("IDAT", "not zlib") + end,
          start + chunk("PLTE", "ab") + chunk("IDAT", "x") + end, png(64, 64, rows(64, 64), 7),
          png(64, 64, "", 1)})
        check_refused(shell, "bad.png", bad, "cannot be shown");
}

TEST_CASE("bombs do not go off") {
    Shell shell;
    const std::string bomb = deflated(std::string(50u << 20, 'A'));
    const std::string named = std::string("Comment\0\0", 9) + bomb;
    const std::string small = png(64, 64, rows(64, 64));
    check_refused(shell, "pixels.png",
                  "\x89PNG\r\n\x1a\n" + chunk("IHDR", small.substr(16, 13)) + chunk("IDAT", bomb),
                  "cannot be shown");
    const std::string other = shell.file("other.jpg", "text");
    for (const std::string& png :
         {with_chunk(small, "zTXt", named), with_chunk(small, "iCCP", named),
          with_chunk(small, "eXIf", named)})
        shell.refuses(
            {"photo", "add", "2099-0001", "--before", shell.file("odd.png", png), "--after", other},
            2, "odd.png");
    std::string layers = four_corners_jpeg(640, 640, {.progressive = true});
    const std::string layer("\xFF\xDA\0\x08\x01\x01\0\x01\x3F\0", 10);
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += layer;
    check_refused(shell, "layers.jpg", layers.insert(layers.size() - 2, many),
                  "is a JPEG in more layers");
    std::string profiles = four_corners_jpeg(64, 64);
    for (int i = 0; i < 60; ++i)
        profiles = with_segment(
            profiles, 0xE2, std::string("ICC_PROFILE\0\x01\xff", 14) + std::string(65'000, 'p'));
    check_told(shell, profiles);
}

TEST_CASE("files that are too large, alone or together, are refused before they fill the memory") {
    Shell shell;
    const std::string large = shell.file("large.jpg", std::string());
    std::filesystem::resize_file(large, std::uintmax_t{1} << 40);
    shell.refuses({"photo", "add", "2099-0001", "--after", large}, 2, "is too large");
    shell.refuses({"attach", "2099-0001", large, "--kind", "other", "--title", "t"}, 2,
                  "is too large");
    shell.refuses({"case", "open", large}, 2, "is too large");
    Json file = sample_case("pl-hair.json");
    std::filesystem::resize_file(large, 60u << 20);
    for (int i = 0; i < 12; ++i)
        file["evidence"].push_back({{"file", "large.jpg"}, {"attachment_title", "t"}});
    shell.refuses({"case", "open", shell.json_file("case.json", file)}, 2,
                  "more than 512 MB together");
}
