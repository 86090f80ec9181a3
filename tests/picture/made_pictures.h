// Pictures made in memory for the tests, and the damage done to them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "picture/picture.h"

namespace ugoda::test {

using Colour = std::array<int, 3>;

constexpr Colour red{220, 30, 30}, green{30, 200, 40}, blue{40, 50, 210}, white{255, 255, 255};

struct JpegMaking {
    bool grey = false, progressive = false, cmyk = false;
};

/// Red top left, green top right, blue bottom left, white bottom right.
[[nodiscard]] std::string four_corners_jpeg(int width, int height, JpegMaking how = {});

struct PngMaking {
    bool grey = false, alpha = false, palette = false, interlaced = false;
    int bits = 8;
};

/// The same four corners; with alpha, the top left is fully see-through.
[[nodiscard]] std::string four_corners_png(int width, int height, PngMaking how = {});

using ExifValues = std::map<std::string, std::string>;  ///< Exiv2 key to its text form

/// What a telephone held upright writes, the sensor lying on its side.
inline const ExifValues telephone{{"Exif.Image.Make", "Test"},
                                  {"Exif.Image.Orientation", "6"},
                                  {"Exif.Photo.DateTimeOriginal", "2026:02:28 17:05:00"},
                                  {"Exif.Photo.OffsetTimeOriginal", "+01:00"},
                                  {"Exif.GPSInfo.GPSLatitude", "52/1 13/1 0/1"},
                                  {"Exif.GPSInfo.GPSLongitude", "21/1 0/1 0/1"}};

/// A TIFF structure as cameras write it into an Exif block.
[[nodiscard]] std::string exif_block(const ExifValues& values);

/// `content` in an application segment right after the start mark.
[[nodiscard]] std::string with_segment(const std::string& jpeg, int marker,
                                       std::string_view content);
[[nodiscard]] std::string with_exif(const std::string& jpeg, const ExifValues& values);

/// A chunk with its checksum right after IHDR.
[[nodiscard]] std::string with_chunk(const std::string& png, std::string_view type,
                                     std::string_view content);
[[nodiscard]] std::string deflated(std::string_view bytes);

/// Where the frame header (SOF) of a JPEG begins, at its 0xFF.
[[nodiscard]] std::size_t frame_of(std::string_view jpeg);
/// Writes a big-endian number of two bytes over what was there.
[[nodiscard]] std::string with_number(std::string bytes, std::size_t at, int number);

/// The colour of a decoded JPEG at a corner: 0 top left, 1 top right, 2 bottom left, 3 bottom
/// right.
[[nodiscard]] Colour corner(const std::string& jpeg, int which);
[[nodiscard]] bool near(Colour seen, Colour expected);

/// read_picture with the usual limits and a long side of 200.
[[nodiscard]] Picture read(std::string_view bytes);
/// The words of the Error that reading ends in, "" when it does not.
[[nodiscard]] std::string refusal_of(std::string_view bytes);
[[nodiscard]] bool mentions(const Findings& findings, std::string_view words);

}  // namespace ugoda::test
