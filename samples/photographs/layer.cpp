#include "layer.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace ugoda::drawing {

namespace {

float linear(double part) {
    const double value = part / 255;
    return static_cast<float>(value <= 0.04045 ? value / 12.92
                                               : std::pow((value + 0.055) / 1.055, 2.4));
}

Dab between(const Dab& a, const Dab& b, double t) {
    const auto mix = [t](auto from, auto to) { return from + (to - from) * t; };
    return {a.at + (b.at - a.at) * t, mix(a.radius, b.radius),
            a.light + (b.light - a.light) * static_cast<float>(t), mix(a.cover, b.cover)};
}

}  // namespace

Light srgb(double red, double green, double blue) {
    return {linear(red), linear(green), linear(blue)};
}

void Layer::stroke(std::span<const Dab> dabs) {
    constexpr double step = 0.7;
    for (std::size_t i = 1; i < dabs.size(); ++i) {
        const double length = cv::norm(dabs[i].at - dabs[i - 1].at);
        const int steps = std::max(1, static_cast<int>(std::lround(length / step)));
        for (int k = 0; k < steps; ++k) {
            const Dab here = between(dabs[i - 1], dabs[i], double(k) / steps);
            const double overlap = (2 * here.radius + 1) / step;
            dab(here, 1 - std::pow(1 - std::clamp(here.cover, 0.0, 0.97), 1 / overlap));
        }
    }
}

void Layer::dab(const Dab& dab, double cover) {
    const double reach = dab.radius + 0.5;
    const int left = std::max(0, static_cast<int>(std::ceil(dab.at.x - reach)));
    const int right = std::min(pixels_.cols - 1, static_cast<int>(std::floor(dab.at.x + reach)));
    const int top = std::max(0, static_cast<int>(std::ceil(dab.at.y - reach)));
    const int bottom = std::min(pixels_.rows - 1, static_cast<int>(std::floor(dab.at.y + reach)));
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x) {
            const double distance = std::hypot(x - dab.at.x, y - dab.at.y);
            const auto share = static_cast<float>(cover * std::clamp(reach - distance, 0.0, 1.0));
            cv::Vec4f& pixel = pixels_(y, x);
            const cv::Vec4f paint(dab.light[0], dab.light[1], dab.light[2], 1);
            pixel = pixel * (1 - share) + paint * share;
        }
}

void Layer::fill(const std::vector<cv::Point>& outline, Light light) {
    cv::fillPoly(pixels_, std::vector{outline}, cv::Scalar(light[0], light[1], light[2], 1),
                 cv::LINE_8);
}

void Layer::blur(double radius) { cv::GaussianBlur(pixels_, pixels_, {}, radius); }

void Layer::cast_shadow(cv::Mat3f& below, cv::Point2d offset, double blur, double depth) const {
    cv::Mat1f cover;
    cv::extractChannel(pixels_, cover, 3);
    const cv::Matx23d move(1, 0, offset.x, 0, 1, offset.y);
    cv::warpAffine(cover, cover, move, cover.size());
    cv::GaussianBlur(cover, cover, {}, blur);
    for (int y = 0; y < below.rows; ++y)
        for (int x = 0; x < below.cols; ++x)
            below(y, x) *= 1 - static_cast<float>(depth) * cover(y, x);
}

void Layer::lay_over(cv::Mat3f& below) const {
    for (int y = 0; y < below.rows; ++y)
        for (int x = 0; x < below.cols; ++x) {
            const cv::Vec4f& pixel = pixels_(y, x);
            below(y, x) = below(y, x) * (1 - pixel[3]) + Light(pixel[0], pixel[1], pixel[2]);
        }
}

}  // namespace ugoda::drawing
