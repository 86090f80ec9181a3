// A head of long hair seen from behind in a salon, before and after a bleach that went wrong.
#pragma once

#include <opencv2/core.hpp>

#include "hair_colour.h"

namespace ugoda::drawing {

/// In linear light. Same room, same person, same place of the camera in both phases.
[[nodiscard]] cv::Mat3f head_from_behind(cv::Size frame, Phase phase);

}  // namespace ugoda::drawing
