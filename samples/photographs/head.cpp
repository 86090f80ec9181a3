#include "head.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "growth.h"
#include "noise.h"
#include "room.h"
#include "shading.h"

namespace ugoda::drawing {

namespace {

const cv::Point2d breakage(1052, 600);  ///< where hair broke off in the after

Light colour_at(const Seedling& hair, double down, Phase phase) {
    if (phase == Phase::before) return natural_colour(hair.variety + 0.5 * (down - 0.4));
    const double level = bleach_level(hair.lock * 9, down) + 0.16 * hair.variety;
    return bleached_colour(level) * static_cast<float>(0.70 + 0.14 * hair.variety);
}

/// Hair inside the mass gets little light.
double openness(const Seedling& hair) { return std::clamp((hair.lift - 0.93) / 0.14, 0.0, 1.0); }

std::vector<Dab> shaded(const Seedling& hair, const std::vector<HairPoint>& points, Phase phase) {
    std::vector<Dab> dabs;
    const double lock_shift = 0.06 * smooth_noise(hair.lock * 14, 0.3, 26);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const cv::Vec3d along = cv::normalize(points[i + 1].at - points[i].at);
        const cv::Vec3d round(hair.aside * 9, 0, 0);  // a lock is round: its sides face away
        const double down = (points[i].at[1] - 140) / 980;
        HairSurface surface{along, cv::normalize(points[i].outward + round),
                            colour_at(hair, down, phase)};
        surface.shine = phase == Phase::before ? 1.0 : 0.12;
        surface.shift = lock_shift + 0.08 * hair.variety;
        const double tip = std::clamp(double(points.size() - i) / 12, 0.25, 1.0);
        const auto light = static_cast<float>(0.22 + 0.78 * openness(hair));
        dabs.push_back({{points[i].at[0], points[i].at[1]},
                        hair.radius * tip,
                        lit(surface) * light,
                        hair.cover * tip});
    }
    return dabs;
}

Seedling seedling(Chance& chance, Phase phase, std::uint32_t id) {
    Seedling hair;
    hair.id = id;
    const double lock = std::round(chance.between(-90, 90));
    hair.lock = (lock * 2 + 0.8 * smooth_noise(lock, 0.1, 27)) * radian;
    hair.aside = chance.normal(1.3) * radian;
    hair.start = chance.between(0.02, 1) * chance.between(0.02, 1) * 1.3;
    hair.lift =
        0.93 + 0.14 * std::sqrt(chance.between(0, 1)) + 0.02 * smooth_noise(lock * 0.9, 0.7, 28);
    const double ragged = phase == Phase::before ? 14 : 62;
    hair.end = 1105 - 70 * std::pow(std::sin(hair.lock), 2) + chance.normal(ragged) +
               ragged * smooth_noise(lock * 0.7, 0.2, 29);
    hair.variety = chance.normal(0.5) + 0.45 * smooth_noise(lock * 1.3, 0.4, 30);
    hair.radius = chance.between(0.5, 0.95);
    hair.cover = chance.between(0.55, 0.9);
    return hair;
}

/// Ends a strand where the bleach broke it. Deep hair survived.
void break_off(std::vector<HairPoint>& points, const Seedling& hair, Chance& chance) {
    if (!chance.happens(0.72 + 0.28 * openness(hair))) return;
    const auto broken = std::ranges::find_if(points, [&](const HairPoint& point) {
        const double dx = (point.at[0] - breakage.x) / 125, dy = (point.at[1] - breakage.y) / 95;
        return dx * dx + dy * dy < 1 + 0.4 * hair.variety;
    });
    if (broken == points.end()) return;
    points.erase(broken + std::min<std::ptrdiff_t>(points.end() - broken,
                                                   1 + std::ptrdiff_t(chance.between(0, 9))),
                 points.end());
}

/// Short hairs that stand off: a few on any head, a brush of them where hair broke.
void flyaways(Layer& layer, Chance& chance, Phase phase, int count, bool stubs) {
    for (int i = 0; i < count; ++i) {
        const double angle = chance.between(-105, 105) * radian, lift = chance.between(1.0, 1.06);
        cv::Point2d at(head_centre[0] + std::sin(angle) * head_half_axes[0] * lift,
                       head_centre[1] - std::cos(angle) * head_half_axes[1] * lift);
        if (chance.happens(0.5) && !stubs)
            at = {chance.happens(0.5) ? 490.0 : 1100.0, chance.between(520, 1060)};
        if (stubs) at = breakage + cv::Point2d{chance.normal(34), chance.normal(44)};
        const double side = at.x > head_centre[0] ? 1 : -1;
        double heading = stubs ? chance.normal(0.42) + 0.95 : chance.between(-0.5, 1.6);
        const Light colour =
            phase == Phase::before ? natural_colour(0.6) : bleached_colour(chance.between(0.5, 1));
        const Light light = colour * static_cast<float>(chance.between(0.6, 1.15));
        const int length = static_cast<int>(stubs ? chance.between(5, 19) : chance.between(5, 26));
        const double bend = chance.normal(0.09);
        std::vector<Dab> dabs;
        for (int k = 0; k < length; ++k) {
            dabs.push_back({at, 0.55, light, 0.75 * (1 - 0.6 * k / length)});
            at += cv::Point2d(side * std::cos(heading), std::sin(heading)) * growth_step;
            heading += bend + chance.normal(phase == Phase::before ? 0.03 : 0.14);
        }
        layer.stroke(dabs);
    }
}

struct Strand {
    double depth;
    std::vector<Dab> dabs;
};

std::vector<Strand> head_of_hair(Chance& chance, Phase phase) {
    std::vector<Strand> strands;
    for (std::uint32_t id = 0; id < 26000; ++id) {
        Seedling hair = seedling(chance, phase, id);
        if (id < 2600) {  // the dark inside of the mass, so that nothing shows through
            hair.lift = 0.93;
            hair.radius = 3.2;
            hair.cover = 0.95;
            hair.gather = 0.1;
            hair.aside *= 1.6;
        }
        std::vector<HairPoint> points = grown(hair, phase);
        if (phase == Phase::after) break_off(points, hair, chance);
        if (points.size() < 3) continue;
        const double depth = std::cos(hair.lock) * 60 + hair.lift * 900 + (id < 2600 ? -900 : 0);
        strands.push_back({depth, shaded(hair, points, phase)});
    }
    std::ranges::stable_sort(strands, {}, &Strand::depth);
    return strands;
}

}  // namespace

cv::Mat3f head_from_behind(cv::Size frame, Phase phase) {
    cv::Mat3f scene = blurred_salon(frame);
    Chance chance(phase == Phase::before ? 31 : 32);
    Layer hair(frame);
    flyaways(hair, chance, phase, phase == Phase::before ? 70 : 420, false);
    for (const Strand& strand : head_of_hair(chance, phase)) hair.stroke(strand.dabs);
    flyaways(hair, chance, phase, phase == Phase::before ? 30 : 260, false);
    if (phase == Phase::after) flyaways(hair, chance, phase, 420, true);
    const Layer shoulders = cape(frame);
    shoulders.lay_over(scene);
    hair.cast_shadow(scene, {18, 22}, 16, 0.55);
    hair.lay_over(scene);
    return scene;
}

}  // namespace ugoda::drawing
