// What a picture says of itself before its pixels: read by our own few lines, so that the
// limits hold before a decoder has seen a byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ugoda {

struct PictureHeader {
    std::uint32_t width = 0, height = 0;  ///< as stored, not yet upright
    bool cut_short = false;               ///< the end mark is missing (JPEG only)
    bool other_colours = false;           ///< carries a colour profile that is not sRGB (JPEG only)
    std::string_view exif;                ///< TIFF structure inside the bytes; empty when absent
};

/// `bytes` begin like a JPEG. Throws Error(Fault::input) for the kinds that are not decoded:
/// arithmetic coding, 12 bits, lossless, CMYK, more scans than any camera writes.
[[nodiscard]] PictureHeader read_jpeg_header(std::string_view bytes, const std::string& name);

/// `bytes` begin like a PNG. Throws Error(Fault::input) when its first chunk is not IHDR.
[[nodiscard]] PictureHeader read_png_header(std::string_view bytes, const std::string& name);

}  // namespace ugoda
