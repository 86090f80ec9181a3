// A decoded picture in memory, and the two things done to it: made smaller, turned upright.
#pragma once

#include <cstddef>
#include <vector>

namespace ugoda {

/// Rows from the top, without gaps, 8 bits a sample.
struct Pixels {
    int width = 0, height = 0;
    int samples = 3;  ///< 3: red, green, blue; 1: grey
    std::vector<unsigned char> data;
};

[[nodiscard]] Pixels make_pixels(int width, int height, int samples);

/// Every source pixel counts by its area (no moiré). One whose long side is at most
/// `long_side` already is returned as it is.
[[nodiscard]] Pixels shrink(Pixels pixels, int long_side);

/// Undoes an EXIF orientation, 1…8 (CIPA DC-008 §4.6.4 A).
[[nodiscard]] Pixels turn_upright(Pixels pixels, int orientation);

}  // namespace ugoda
