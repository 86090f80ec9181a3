#include "hair_ends.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "layer.h"
#include "noise.h"
#include "towel.h"

namespace ugoda::drawing {

namespace {

constexpr double step = 6;  ///< pixels between points of a strand

struct Fibre {
    double place = 0;    ///< across the lock, -1…1
    double tuft = 0;     ///< the place of the tuft it ends in
    double end = 940;    ///< pixels
    double variety = 0;  ///< of colour
    double radius = 1.3;
    double kink = 1;   ///< how much of the damage it took, 0…1
    double drift = 0;  ///< pixels it strays sideways by its end
    std::uint32_t id = 0;
};

/// How far in front a third of the lock lies: its light and its focus.
struct Sheet {
    int fibres;
    double light, blur;
};
constexpr std::array sheets = {Sheet{1100, 0.34, 3.0}, Sheet{1300, 0.68, 1.1},
                               Sheet{900, 1.0, 0.3}};

Fibre fibre(Chance& chance, Phase phase, std::uint32_t id) {
    Fibre fibre;
    fibre.id = id;
    fibre.place = 0.62 * chance.between(-1, 1);
    fibre.place += chance.normal(0.15);
    const double tuft = std::round(fibre.place * 6.5 + chance.normal(0.45));
    fibre.tuft = (tuft + 0.7 * smooth_noise(tuft, 0.5, 60)) / 6.5;
    const bool before = phase == Phase::before;
    const double rounding = 85 * fibre.place * fibre.place;
    fibre.kink = std::pow(chance.between(0, 1), 1.6);
    fibre.drift = chance.normal(before ? 9 : 30);
    if (chance.happens(0.08)) fibre.drift *= 3;
    fibre.end = before
                    ? 1000 - rounding + chance.normal(14) + 16 * smooth_noise(fibre.tuft * 9, 0, 61)
                    : 985 - rounding - 330 * std::pow(chance.between(0, 1), 2.2) +
                          50 * smooth_noise(fibre.tuft * 9, 0, 62);
    fibre.variety = chance.normal(0.5) + 0.35 * smooth_noise(fibre.tuft * 7, 0.5, 63);
    fibre.radius = chance.between(0.9, 1.55) * (before ? 1.0 : 0.88);
    return fibre;
}

/// The lock lies in a soft S; a healthy fibre keeps to it, a bleached one kinks.
cv::Point2d place_of(const Fibre& fibre, double y, Phase phase) {
    const double down = y / 1000;
    const double middle = 560 + 190 * down + 46 * std::sin(y / 240 + 0.6);
    const double width = 400 * (1 - 0.36 * eased(down));
    const double gathers = 0.45 + 0.25 * smooth_noise(fibre.tuft * 11, 0.8, 69);
    const double drawn =
        fibre.place + (fibre.tuft - fibre.place) * gathers * eased(down * 1.3 - 0.3);
    const double tuft_sway = 26 * smooth_noise(fibre.tuft * 8, y / 260, 64) * eased(down);
    const bool before = phase == Phase::before;
    const double loose = before ? 7 : 22 * (0.35 + down);
    const double own = loose * smooth_noise(y / (before ? 210 : 130), fibre.id * 1.31, 65) +
                       (before ? 0.3 : 4.6 * fibre.kink) *
                           smooth_noise(y / (15 + 26 * (1 - fibre.kink)), fibre.id * 2.17, 66) +
                       fibre.drift * eased(down * 1.1 - 0.1);
    return {middle + width * drawn + tuft_sway + own, y};
}

Light colour_of(const Fibre& fibre, double y, Phase phase) {
    if (phase == Phase::before) return natural_colour(fibre.variety) * 1.15f;
    const double level = 0.66 + 0.30 * eased(y / 900) + 0.20 * fibre.variety +
                         0.22 * smooth_noise(fibre.tuft * 3, y / 230, 67);
    return bleached_colour(level) * static_cast<float>(0.62 + 0.13 * fibre.variety);
}

/// Light runs along the lock in broad bands, brightest where it bends towards the lamp.
double sheen(const Fibre& fibre, double y, Phase phase) {
    const double bend = y + 60 * smooth_noise(fibre.tuft * 6, y / 300, 68) + 26 * fibre.variety;
    const double band = std::exp(-std::pow((bend - 330) / 110, 2)) +
                        0.55 * std::exp(-std::pow((bend - 760) / 80, 2));
    return phase == Phase::before ? 0.62 + 1.25 * band : 0.84 + 0.14 * band;
}

std::vector<Dab> body(const Fibre& fibre, double light, Phase phase) {
    std::vector<Dab> dabs;
    for (double y = -20; y < fibre.end; y += step) {
        const double left = (fibre.end - y) / (phase == Phase::before ? 46 : 14);
        const double round = 1 - 0.45 * std::pow(std::abs(fibre.place), 1.5);
        const auto strength = static_cast<float>(light * round * sheen(fibre, y, phase));
        dabs.push_back({place_of(fibre, y, phase), fibre.radius * std::clamp(left, 0.45, 1.0),
                        colour_of(fibre, y, phase) * strength, 0.92});
    }
    return dabs;
}

/// A fibre is a cylinder: a narrow line of light runs along its left side.
std::vector<Dab> glint(std::vector<Dab> dabs, double cover) {
    for (Dab& dab : dabs) {
        dab.at.x -= 0.4 * dab.radius;
        dab.radius *= 0.35;
        dab.light = dab.light * 1.75f + Light(0.02f, 0.02f, 0.02f);
        dab.cover = cover;
    }
    return dabs;
}

/// Where a fibre splits, it goes on as two or three thinner ones.
void split(Layer& layer, const Dab& end, Chance& chance) {
    const int branches = chance.happens(0.25) ? 3 : 2;
    for (int i = 0; i < branches; ++i) {
        double heading = 1.57 + (i - 0.5 * (branches - 1)) * chance.between(0.25, 0.7);
        heading += chance.normal(0.12);
        const double bend = chance.normal(0.05);
        std::vector<Dab> dabs;
        Dab now = end;
        now.radius *= 0.72;
        for (int k = 0, length = static_cast<int>(chance.between(4, 13)); k < length; ++k) {
            dabs.push_back(now);
            now.at += cv::Point2d(std::cos(heading), std::sin(heading)) * step;
            now.radius = std::max(0.45, now.radius * 0.94);
            heading += bend + chance.normal(0.07);
        }
        layer.stroke(dabs);
    }
}

/// A white knot where the fibre is crushed and about to break.
void knot(Layer& layer, const std::vector<Dab>& dabs, Chance& chance) {
    if (dabs.size() < 60) return;
    const auto at = static_cast<std::size_t>(chance.between(0.55, 0.97) * double(dabs.size() - 3));
    std::vector<Dab> spot(dabs.begin() + static_cast<std::ptrdiff_t>(at),
                          dabs.begin() + static_cast<std::ptrdiff_t>(at) + 2);
    for (Dab& dab : spot) {
        dab.radius *= 1.25;
        dab.light = srgb(240, 232, 212) * 0.8f;
        dab.cover = 0.8;
    }
    layer.stroke(spot);
}

Layer sheet_of(const Sheet& sheet, cv::Size frame, Chance& chance, Phase phase) {
    Layer layer(frame);
    for (int i = 0; i < sheet.fibres; ++i) {
        const Fibre one =
            fibre(chance, phase, static_cast<std::uint32_t>(i) + (sheet.light < 0.5 ? 5000u : 0u));
        const std::vector<Dab> dabs = body(one, sheet.light, phase);
        layer.stroke(dabs);
        layer.stroke(glint(dabs, phase == Phase::before ? 0.55 : 0.30));
        if (phase == Phase::before) continue;
        if (chance.happens(0.45)) split(layer, dabs.back(), chance);
        if (chance.happens(0.06)) knot(layer, dabs, chance);
    }
    layer.blur(sheet.blur);
    return layer;
}

}  // namespace

cv::Mat3f hair_ends(cv::Size frame, Phase phase) {
    cv::Mat3f scene = towel(frame);
    lay_comb(scene, phase == Phase::before ? cv::Point2d(1290, 40) : cv::Point2d(1316, 84));
    Chance chance(phase == Phase::before ? 71 : 72);
    for (const Sheet& sheet : sheets) {
        const Layer layer = sheet_of(sheet, frame, chance, phase);
        layer.cast_shadow(scene, {16, 20}, sheet.light < 0.5 ? 14 : 5,
                          sheet.light < 0.5 ? 0.62 : 0.30);
        layer.lay_over(scene);
    }
    return scene;
}

}  // namespace ugoda::drawing
