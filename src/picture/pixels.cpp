#include "picture/pixels.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "base/error.h"

namespace ugoda {

namespace {

/// A view on the pixels, which it does not own.
cv::Mat view(Pixels& pixels) {
    return {pixels.height, pixels.width, CV_8UC(pixels.samples), pixels.data.data()};
}

int part(int length, double scale) {
    return std::max(1, static_cast<int>(std::lround(length * scale)));
}

Pixels area_scaled(Pixels& pixels, double scale) {
    Pixels result =
        make_pixels(part(pixels.width, scale), part(pixels.height, scale), pixels.samples);
    cv::Mat target = view(result);
    cv::resize(view(pixels), target, target.size(), 0, 0, cv::INTER_AREA);
    return result;
}

void turn(const cv::Mat& source, cv::Mat& target, int orientation) {
    switch (orientation) {
        case 2:
            return cv::flip(source, target, 1);
        case 3:
            return cv::rotate(source, target, cv::ROTATE_180);
        case 4:
            return cv::flip(source, target, 0);
        case 5:
            return cv::transpose(source, target);
        case 6:
            return cv::rotate(source, target, cv::ROTATE_90_CLOCKWISE);
        case 7:
            cv::transpose(source, target);
            return cv::flip(target, target, -1);
        case 8:
            return cv::rotate(source, target, cv::ROTATE_90_COUNTERCLOCKWISE);
        default:
            return source.copyTo(target);
    }
}

/// OpenCV's exceptions end here: a picture it cannot handle by now is our mistake.
template <typename Work>
Pixels translated(Work work) {
    try {
        return work();
    } catch (const cv::Exception& problem) {
        throw Error(Fault::internal, "picture", problem.what(), "report it with the file");
    }
}

}  // namespace

Pixels make_pixels(int width, int height, int samples) {
    const auto rows = static_cast<std::size_t>(height), columns = static_cast<std::size_t>(width);
    return {width, height, samples,
            std::vector<unsigned char>(rows * columns * static_cast<std::size_t>(samples))};
}

Pixels shrink(Pixels pixels, int long_side) {
    const int now = std::max(pixels.width, pixels.height);
    if (now <= long_side) return pixels;
    return translated([&] { return area_scaled(pixels, double(long_side) / now); });
}

Pixels turn_upright(Pixels pixels, int orientation) {
    if (orientation <= 1 || orientation > 8) return pixels;
    return translated([&] {
        const bool lying = orientation >= 5;
        Pixels result = make_pixels(lying ? pixels.height : pixels.width,
                                    lying ? pixels.width : pixels.height, pixels.samples);
        cv::Mat target = view(result);
        turn(view(pixels), target, orientation);
        return result;
    });
}

}  // namespace ugoda
