#include "growth.h"

#include <algorithm>
#include <cmath>

#include "noise.h"

namespace ugoda::drawing {

namespace {

constexpr double crown_tilt = 38 * radian;  ///< how far the whorl is turned towards us
constexpr double crown_roll = 8 * radian;   ///< and to the right

cv::Vec3d direction(double colatitude, double longitude) {
    const double turned =
        longitude + crown_roll + 0.55 * std::exp(-colatitude / 0.3);  // the whorl's swirl
    const double x = std::sin(turned) * std::sin(colatitude), y = -std::cos(colatitude);
    const double z = std::cos(turned) * std::sin(colatitude);
    const double tilted = y * std::cos(crown_tilt) + z * std::sin(crown_tilt);
    return {x * std::cos(crown_roll) - tilted * std::sin(crown_roll),
            x * std::sin(crown_roll) + tilted * std::cos(crown_roll),
            -y * std::sin(crown_tilt) + z * std::cos(crown_tilt)};
}

HairPoint on_head(double colatitude, double longitude, double lift) {
    const cv::Vec3d out = direction(colatitude, longitude);
    return {head_centre + out.mul(head_half_axes) * lift, cv::normalize(out)};
}

/// Locks wave together; each hair leaves its lock a little, a damaged one a lot.
double sideways(const Seedling& hair, double y, double fallen, Phase phase) {
    const double lock = hair.lock * 9;
    const double all = 16 * std::sin(y / 170 + 2.2) * eased(fallen);
    const double wave =
        all + 9 * std::sin(y / 62 + 3 * smooth_noise(lock, 0.5, 21)) * eased(fallen * 1.4) +
        22 * smooth_noise(lock * 1.7, y / 210, 22) * eased(fallen);
    const double frizz = phase == Phase::before ? 1.2 : 6.5;
    const double own =
        frizz * (0.25 + fallen) *
        (smooth_noise(y / 23, hair.id * 1.37, 23) + 0.5 * smooth_noise(y / 9, hair.id * 2.11, 24));
    return wave + own;
}

/// Over the head from the whorl, until it would stand off or disappear over the top.
std::vector<HairPoint> over_the_head(const Seedling& hair, Phase phase) {
    std::vector<HairPoint> points;
    const double leaves = head_centre[1] + 40 + 70 * smooth_noise(hair.id * 0.77, 0.9, 31);
    for (double colatitude = hair.start; colatitude < 2.4; colatitude += growth_step / 350) {
        HairPoint point = on_head(colatitude, hair.lock + hair.aside, hair.lift);
        if (point.at[1] > leaves || point.outward[2] < -0.5) break;
        point.at[0] += sideways(hair, point.at[1], 0, phase);
        points.push_back(point);
    }
    return points;
}

/// Then down: leaving the head as it came, drawn together into its lock.
void hang(std::vector<HairPoint>& points, const Seedling& hair, Phase phase) {
    const HairPoint top = points.back();
    const cv::Vec3d last = top.at - points[points.size() - 2].at,
                    slope = last / std::max(1.0, last[1]);
    const cv::Vec3d out =
        cv::normalize(cv::Vec3d(std::sin(hair.lock), -0.05, std::max(0.1, std::cos(hair.lock))));
    const double gathered = -hair.aside * head_half_axes[0] * std::cos(hair.lock) * hair.gather;
    const double start = sideways(hair, top.at[1], 0, phase);
    for (double y = top.at[1] + growth_step; y < hair.end; y += growth_step) {
        const double down = y - top.at[1], fallen = down / 600,
                     swing = 90 * (1 - std::exp(-down / 90));
        const double x = top.at[0] - start + slope[0] * swing + gathered * eased(fallen) +
                         sideways(hair, y, fallen, phase);
        const double z = top.at[2] + slope[2] * swing +
                         9 * smooth_noise(hair.lock * 5, y / 170, 25) * eased(fallen * 3);
        points.push_back(
            {{x, y, z}, cv::normalize(top.outward + (out - top.outward) * eased(down / 160))});
    }
}

}  // namespace

std::vector<HairPoint> grown(const Seedling& hair, Phase phase) {
    std::vector<HairPoint> points = over_the_head(hair, phase);
    if (points.size() >= 2 && points.back().outward[2] > -0.35) hang(points, hair, phase);
    return points;
}

}  // namespace ugoda::drawing
