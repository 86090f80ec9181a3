// A salon, out of focus, and the cape over the client's shoulders.
#pragma once

#include <opencv2/core.hpp>

#include "layer.h"

namespace ugoda::drawing {

[[nodiscard]] cv::Mat3f blurred_salon(cv::Size frame);
[[nodiscard]] Layer cape(cv::Size frame);

}  // namespace ugoda::drawing
