// Chance that can be repeated: the same seed gives the same picture with every compiler, which
// the distributions of <random> do not promise.
#pragma once

#include <cstdint>
#include <random>

namespace ugoda::drawing {

class Chance {
  public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}

    [[nodiscard]] double between(double low, double high);
    /// About normal: the sum of twelve uniforms.
    [[nodiscard]] double normal(double deviation);
    [[nodiscard]] bool happens(double probability) { return between(0, 1) < probability; }

  private:
    std::mt19937 engine_;
};

/// 0 up to 0, 1 from 1 on, without a corner between.
[[nodiscard]] double eased(double t);

/// Smooth noise from -1 to 1 whose features are one unit wide; the seed picks the pattern.
[[nodiscard]] double smooth_noise(double x, double y, std::uint32_t seed);

}  // namespace ugoda::drawing
