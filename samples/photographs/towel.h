// A salon towel and the comb on it, close up and slightly out of focus.
#pragma once

#include <opencv2/core.hpp>

namespace ugoda::drawing {

[[nodiscard]] cv::Mat3f towel(cv::Size frame);

/// A black comb with its shadow; `end` is the upper end of its back.
void lay_comb(cv::Mat3f& scene, cv::Point2d end);

}  // namespace ugoda::drawing
