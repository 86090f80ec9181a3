// What would embarrass a salon that shows the picture: blurred, too dark, too bright. Measured on the
// rendition, in numbers that are told.
#pragma once

#include <string>

#include "base/finding.h"
#include "picture/pixels.h"

namespace ugoda {

/// Of the grey picture.
struct Quality {
    double edges = 0;   ///< variance of the Laplacian: strength of fine edges
    /// What a box blur of 9 pixels takes away of the difference between neighbours, the smaller of both
    /// directions: 0, it was blurred before; 1, sharp (Crete et al., "The blur effect", 2007).
    double crispness = 0;
    double mean = 0;    ///< brightness, 0…255
    double black = 0, white = 0;  ///< share of pixels without drawing: at most 8, at least 250
};

/// Sharpness depends on scale: the thresholds are of pictures with a long side of 1200 px.
constexpr int quality_side = 1200;

[[nodiscard]] Quality measure_quality(const Pixels& pixels);

/// What nine of ten photographs do not show. Sharpness is looked at only where the long side is
/// quality_side, and nothing below 400 px: a small picture does not tell.
[[nodiscard]] Findings check_quality(const Pixels& pixels, const std::string& name);

}  // namespace ugoda
