// How a hair grows: from the whorl over the head, then down. A head is half an ellipsoid seen from
// behind; lengths are pixels of the picture, depth included.
#pragma once

#include <cstdint>
#include <numbers>
#include <opencv2/core.hpp>
#include <vector>

#include "hair_colour.h"

namespace ugoda::drawing {

constexpr double radian = std::numbers::pi / 180;
constexpr double growth_step = 7;  ///< between two points of a strand
inline const cv::Vec3d head_centre(790, 490, 0), head_half_axes(304, 368, 320);

/// One hair's character, before it is grown.
struct Seedling {
    double lock = 0;      ///< longitude of the lock it belongs to, radians
    double aside = 0;     ///< its own longitude within the lock
    double start = 0;     ///< colatitude from the whorl, radians
    double lift = 1;      ///< 1 on the skin, more outside
    double end = 1105;    ///< where it was cut
    double gather = 0.8;  ///< how far it is drawn into its lock at the ends, 0…1
    double variety = 0;   ///< of colour
    double radius = 0.7, cover = 0.8;
    std::uint32_t id = 0;
};

struct HairPoint {
    cv::Vec3d at, outward;
};

[[nodiscard]] std::vector<HairPoint> grown(const Seedling& hair, Phase phase);

}  // namespace ugoda::drawing
