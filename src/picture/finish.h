// What every format has in common: the limits before its decoder is asked, and the way from
// decoded pixels to a Picture. Only for the readers of formats in this folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "picture/exif.h"
#include "picture/picture.h"
#include "picture/pixels.h"

namespace ugoda {

/// A picture as its own reader leaves it.
struct Decoded {
    Pixels pixels;                        ///< as stored, perhaps made smaller by the decoder
    std::uint32_t width = 0, height = 0;  ///< of the original, as stored
    Exif exif;                            ///< its orientation is still to be undone
    bool has_other_colours = false;       ///< carries a colour profile that is not sRGB
    Findings findings;                    ///< what its format gave occasion for
};

/// Throws Error(Fault::input) when there are no bytes or too many.
void hold_to_limits(std::string_view bytes, const std::string& name, const PictureLimits& limits);
/// The same for its size in pixels.
void hold_to_limits(std::uint64_t width, std::uint64_t height, const std::string& name,
                    const PictureLimits& limits);

[[nodiscard]] Picture finished(Decoded decoded, std::string_view bytes, const std::string& name,
                               int long_side);

/// An ICC profile names itself in ASCII or UTF-16; only the name of sRGB matters here.
[[nodiscard]] bool names_srgb(std::string_view profile);

}  // namespace ugoda
