#include "towel.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "layer.h"
#include "noise.h"

namespace ugoda::drawing {

namespace {

/// Terry loops in rows, and two smooth woven bands across them.
double pile(int x, int y) {
    const double bent = y + 9 * smooth_noise(x / 90.0, y / 90.0, 51);
    const bool band = std::fmod(bent + 0.06 * x, 1200) > 985 && std::fmod(bent + 0.06 * x, 46) < 28;
    const double loops =
        smooth_noise(x / 8.0, bent / 6.5, 52) + 0.6 * smooth_noise(x / 3.5, bent / 3.5, 53);
    const double rows = 0.5 * std::sin(bent / 2.3);
    return band ? 0.25 * smooth_noise(x / 3.0, bent / 14, 54) : 0.8 * loops + rows;
}

double folds(int x, int y) {
    return 26 * smooth_noise(x / 520.0 + 0.3, y / 620.0 + 0.2, 55) +
           8 * smooth_noise(x / 190.0, y / 260.0, 56);
}

}  // namespace

void lay_comb(cv::Mat3f& scene, cv::Point2d end) {
    const cv::Point2d along(0.19, 0.98), teeth(-0.98, 0.19);
    const Light black = srgb(26, 25, 27), edge = srgb(120, 120, 126);
    Layer comb(scene.size());
    for (int i = 0; i < 62; ++i) {
        const cv::Point2d root = end + along * (40 + 14.0 * i);
        comb.stroke(
            std::vector<Dab>{{root, 4.6, black, 0.97}, {root + teeth * 112, 3.0, black, 0.97}});
        comb.stroke(std::vector<Dab>{{root + cv::Point2d(0, -2.5), 0.9, edge, 0.25},
                                     {root + teeth * 108 + cv::Point2d(0, -2), 0.7, edge, 0.35}});
    }
    comb.stroke(std::vector<Dab>{{end, 24, black, 0.97}, {end + along * 960, 24, black, 0.97}});
    const cv::Point2d lit = end + cv::Point2d(-13, 0);
    comb.stroke(std::vector<Dab>{{lit, 2.5, edge, 0.5},
                                 {lit + along * 520, 3.5, edge * 2.2f, 0.8},
                                 {lit + along * 960, 2.5, edge, 0.3}});
    comb.blur(2.4);
    comb.cast_shadow(scene, {15, 19}, 9, 0.6);
    comb.lay_over(scene);
}

cv::Mat3f towel(cv::Size frame) {
    cv::Mat1f height(frame);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            height(y, x) = static_cast<float>(1.6 * pile(x, y) + 3 * folds(x, y));
    cv::GaussianBlur(height, height, {}, 1.6);
    cv::Mat3f cloth(frame);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            const int right = std::min(x + 2, frame.width - 1),
                      low = std::min(y + 2, frame.height - 1);
            const double slope =
                0.62 * (height(y, right) - height(y, x)) + 0.78 * (height(low, x) - height(y, x));
            const double gradient = 1.08 - 0.34 * x / frame.width - 0.16 * y / frame.height;
            cloth(y, x) = srgb(188, 187, 182) *
                          static_cast<float>(gradient * std::max(0.25, 0.95 + 0.26 * slope));
        }
    cv::Mat3f soft;
    cv::GaussianBlur(cloth, soft, {}, 2.2);
    return soft;
}

}  // namespace ugoda::drawing
