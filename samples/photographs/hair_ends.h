// The ends of a lock of hair on a towel, close up, before and after a bleach that went wrong.
#pragma once

#include <opencv2/core.hpp>

#include "hair_colour.h"

namespace ugoda::drawing {

/// In linear light.
[[nodiscard]] cv::Mat3f hair_ends(cv::Size frame, Phase phase);

}  // namespace ugoda::drawing
