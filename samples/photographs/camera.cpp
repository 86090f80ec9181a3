#include "camera.h"

#include <turbojpeg.h>

#include <algorithm>
#include <cmath>
#include <exiv2/exif.hpp>
#include <memory>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

#include "noise.h"

namespace ugoda::drawing {

namespace {

constexpr int quality = 86;

cv::Mat3f through_the_lens(const cv::Mat3f& scene, const Shot& shot) {
    const cv::Point2f centre(static_cast<float>(scene.cols) / 2,
                             static_cast<float>(scene.rows) / 2);
    cv::Matx23d move;
    cv::getRotationMatrix2D(centre, shot.turn_degrees, 1.02).copyTo(cv::Mat(move, false));
    move(0, 2) += shot.shift.x;
    move(1, 2) += shot.shift.y;
    cv::Mat3f seen, glow;
    cv::warpAffine(scene, seen, move, scene.size(), cv::INTER_LINEAR, cv::BORDER_REFLECT);
    cv::GaussianBlur(seen, seen, {}, 0.6);
    cv::GaussianBlur(seen, glow, {}, 22);
    cv::addWeighted(seen, 0.93, glow, 0.07, 0, seen);
    return seen;
}

double vignette(int x, int y, cv::Size size) {
    const double dx = (x - size.width * 0.47) / size.width,
                 dy = (y - size.height * 0.46) / size.width;
    return 1 - 0.75 * (dx * dx + dy * dy);
}

/// A shoulder for the highlights, then the sRGB curve.
double developed(double light) {
    const double soft = 1 - std::exp(-1.35 * std::max(0.0, light));
    const double coded = soft <= 0.0031308 ? soft * 12.92 : 1.055 * std::pow(soft, 1 / 2.4) - 0.055;
    return 255 * coded;
}

cv::Mat3b on_the_sensor(const cv::Mat3f& seen, const Shot& shot) {
    Chance chance(shot.seed);
    cv::Mat3f grain(seen.size());
    for (auto& speck : grain) {
        const double grey = chance.normal(3.4);
        for (int c = 0; c < 3; ++c) speck[c] = static_cast<float>(grey + chance.normal(2.6));
    }
    cv::GaussianBlur(grain, grain, {}, 0.8);
    cv::Mat3b picture(seen.size());
    for (int y = 0; y < seen.rows; ++y)
        for (int x = 0; x < seen.cols; ++x)
            for (int c = 0; c < 3; ++c) {
                const double light =
                    seen(y, x)[c] * vignette(x, y, seen.size()) * shot.white_balance[c];
                picture(y, x)[c] =
                    cv::saturate_cast<unsigned char>(developed(light) + grain(y, x)[c]);
            }
    return picture;
}

std::string compressed(const cv::Mat3b& picture) {
    const std::unique_ptr<void, decltype(&tjDestroy)> codec(tjInitCompress(), tjDestroy);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const int status =
        tjCompress2(codec.get(), picture.data, picture.cols, 0, picture.rows, TJPF_RGB, &bytes,
                    &size, TJSAMP_420, quality, TJFLAG_ACCURATEDCT);
    const std::unique_ptr<unsigned char, decltype(&tjFree)> owned(bytes, tjFree);
    if (status != 0) throw std::runtime_error(tjGetErrorStr2(codec.get()));
    return {reinterpret_cast<const char*>(bytes), size};
}

std::string exif_segment(const std::string& taken) {
    Exiv2::ExifData data;
    data["Exif.Image.Make"] = "Ugoda";
    data["Exif.Image.Model"] = "Drawn sample";
    data["Exif.Photo.DateTimeOriginal"] = taken;
    data["Exif.Photo.OffsetTimeOriginal"] = "+01:00";
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, data);
    const std::string content = std::string("Exif\0\0", 6) + std::string(blob.begin(), blob.end());
    const std::size_t length = content.size() + 2;
    return std::string("\xFF\xE1") + static_cast<char>(length >> 8) +
           static_cast<char>(length & 0xFF) + content;
}

}  // namespace

std::string photograph(const cv::Mat3f& scene, const Shot& shot) {
    const std::string jpeg = compressed(on_the_sensor(through_the_lens(scene, shot), shot));
    return jpeg.substr(0, 2) + exif_segment(shot.taken) + jpeg.substr(2);
}

}  // namespace ugoda::drawing
