#include "shading.h"

#include <algorithm>
#include <cmath>

namespace ugoda::drawing {

namespace {

const cv::Vec3d lamp = cv::normalize(cv::Vec3d(-0.42, -0.72, 0.62));
const cv::Vec3d halfway = cv::normalize(lamp + cv::Vec3d(0, 0, 1));

double across(const cv::Vec3d& strand, const cv::Vec3d& towards) {
    const double cosine = strand.dot(towards);
    return std::sqrt(std::max(0.0, 1 - cosine * cosine));
}

double highlight(const HairSurface& hair, double shift, double sharpness) {
    const cv::Vec3d tilted = cv::normalize(hair.along + hair.outward * shift);
    return std::pow(across(tilted, halfway), sharpness);
}

}  // namespace

Light lit(const HairSurface& hair) {
    const double facing = std::clamp(0.5 + 0.5 * hair.outward.dot(lamp), 0.0, 1.0);
    const double diffuse = 0.30 + 0.75 * across(hair.along, lamp) * facing;
    const double white = 0.24 * hair.shine * facing * highlight(hair, hair.shift + 0.22, 150);
    const double inner = (0.5 + hair.shine) * facing * highlight(hair, hair.shift + 0.36, 24);
    const Light own = hair.colour * static_cast<float>(diffuse + 0.9 * inner);
    return own + Light(1.0f, 0.95f, 0.86f) * static_cast<float>(white);
}

}  // namespace ugoda::drawing
