// JPEG bytes to pixels and back. The decoder is asked only for what the header has passed.
#pragma once

#include <string>
#include <string_view>

#include "picture/picture_header.h"
#include "picture/pixels.h"

namespace ugoda {

struct DecodedJpeg {
    Pixels pixels;
    bool damaged = false;  ///< the decoder went on over something that should not be there
};

/// Decodes at full size, a half, a quarter or an eighth: the smallest whose long side is at
/// least `long_side`. Throws Error(Fault::input) when there is nothing to be shown.
[[nodiscard]] DecodedJpeg decode_jpeg(std::string_view bytes, const PictureHeader& header,
                                      const std::string& name, int long_side);

/// Baseline, quality 88, without metadata; grey stays grey. Equal pixels give equal bytes.
[[nodiscard]] std::string encode_jpeg(const Pixels& pixels);

}  // namespace ugoda
