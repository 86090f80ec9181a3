// What a telephone's camera makes of a scene: a little turn of the hand, soft edges, vignette,
// grain, a tone curve and a JPEG with its time in it.
#pragma once

#include <cstdint>
#include <opencv2/core.hpp>
#include <string>

namespace ugoda::drawing {

struct Shot {
    std::uint32_t seed = 0;
    double turn_degrees = 0;  ///< how the hand held it
    cv::Point2d shift;        ///< pixels
    cv::Vec3d white_balance = {1, 1, 1};
    std::string taken;  ///< EXIF, `2026:03:02 13:52:10`
};

/// `scene` in linear light. The whole JPEG file, EXIF and all.
[[nodiscard]] std::string photograph(const cv::Mat3f& scene, const Shot& shot);

}  // namespace ugoda::drawing
