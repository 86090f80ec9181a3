#include "noise.h"

#include <algorithm>
#include <cmath>

namespace ugoda::drawing {

namespace {

/// A value for a grid point: an integer hash spread over -1…1.
double grid(std::int64_t x, std::int64_t y, std::uint32_t seed) {
    auto h = static_cast<std::uint32_t>(x) * 374761393u +
             static_cast<std::uint32_t>(y) * 668265263u + seed * 2246822519u;
    h = (h ^ (h >> 13)) * 1274126177u;
    return double(h ^ (h >> 16)) / 2147483647.5 - 1.0;
}

}  // namespace

double eased(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

double Chance::between(double low, double high) {
    return low + (high - low) * (double(engine_()) / 4294967296.0);
}

double Chance::normal(double deviation) {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += between(0, 1);
    return sum * deviation;
}

double smooth_noise(double x, double y, std::uint32_t seed) {
    const double left = std::floor(x), top = std::floor(y);
    const double u = eased(x - left), v = eased(y - top);
    const auto i = static_cast<std::int64_t>(left), j = static_cast<std::int64_t>(top);
    const double upper = grid(i, j, seed) * (1 - u) + grid(i + 1, j, seed) * u;
    const double lower = grid(i, j + 1, seed) * (1 - u) + grid(i + 1, j + 1, seed) * u;
    return upper * (1 - v) + lower * v;
}

}  // namespace ugoda::drawing
