// HEIC, WebP and TIFF pictures made in memory for the tests.
#pragma once

#include <string>
#include <string_view>

#include "picture/made_pictures.h"

namespace ugoda::test {

struct RiskyMaking {
    bool grey = false, alpha = false;  ///< with alpha, the top left is fully see-through
    int orientation = 1;               ///< stated, pixels are not turned (TIFF)
    int pages = 1;                     ///< TIFF
    int bits = 8;                      ///< TIFF
    std::string exif{};                ///< TIFF structure to go with it (HEIC)
    int turn = 0;  ///< quarter turns against the clock that the file asks for (HEIC)
};

/// Red top left, green top right, blue bottom left, white bottom right.
[[nodiscard]] std::string four_corners_tiff(int width, int height, const RiskyMaking& how = {});
[[nodiscard]] std::string four_corners_webp(int width, int height, const RiskyMaking& how = {});
[[nodiscard]] std::string four_corners_heic(int width, int height, const RiskyMaking& how = {});

/// As an extended file (VP8X) with a chunk "EXIF" or "ICCP" of that content.
[[nodiscard]] std::string with_webp_chunk(const std::string& webp, const char* name,
                                          const std::string& content);
/// Two pictures after each other.
[[nodiscard]] std::string animated_webp(int width, int height);

/// read_risky_picture with the usual limits and a long side of 200, and how it ends.
[[nodiscard]] Picture read_risky(std::string_view bytes);
[[nodiscard]] std::string risky_refusal_of(std::string_view bytes);

}  // namespace ugoda::test
