#include "hair_colour.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "noise.h"

namespace ugoda::drawing {

namespace {

Light mixed(const Light& from, const Light& to, double t) {
    return from + (to - from) * static_cast<float>(std::clamp(t, 0.0, 1.0));
}

}  // namespace

Light natural_colour(double variety) {
    const Light own = mixed(srgb(58, 42, 32), srgb(136, 104, 76), 0.38 + 0.34 * variety);
    return own * 0.9f;
}

Light bleached_colour(double level) {
    const std::array stops = {srgb(112, 76, 50), srgb(180, 122, 70), srgb(214, 178, 108),
                              srgb(232, 220, 186)};
    const double place = std::clamp(level, 0.0, 1.0) * (double(stops.size()) - 1);
    const auto below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return mixed(stops[below], stops[below + 1], place - double(below));
}

double bleach_level(double across, double down) {
    const double wander = 0.09 * smooth_noise(across * 0.35, down * 2, 41) +
                          0.045 * smooth_noise(across * 1.9, down, 43);
    const double bands = std::sin(6.2831853 * (1.9 * (down + wander) + 0.12));
    const double patches = smooth_noise(across * 0.22, down * 3.2, 42);
    const double hot_roots = 0.30 * std::exp(-std::pow((down - 0.05) / 0.10, 2));
    return 0.60 + 0.24 * bands + 0.26 * patches + hot_roots;
}

}  // namespace ugoda::drawing
