// A sheet of glass to draw on: linear light, premultiplied, laid over others when it is done.
#pragma once

#include <opencv2/core.hpp>
#include <span>
#include <vector>

namespace ugoda::drawing {

using Light = cv::Vec3f;  ///< linear red, green, blue; 1 is white

/// The light of an sRGB colour, each part 0…255.
[[nodiscard]] Light srgb(double red, double green, double blue);

struct Dab {
    cv::Point2d at;
    double radius = 0.5;
    Light light;
    double cover = 1;
};

class Layer {
  public:
    explicit Layer(cv::Size size) : pixels_(size, cv::Vec4f(0, 0, 0, 0)) {}

    /// A stroke through dabs, which may be far apart: what lies between is interpolated.
    void stroke(std::span<const Dab> dabs);
    void fill(const std::vector<cv::Point>& outline, Light light);
    void blur(double radius);

    /// Darkens `below` where this layer, moved by `offset` and blurred, would keep light away.
    void cast_shadow(cv::Mat3f& below, cv::Point2d offset, double blur, double depth) const;
    void lay_over(cv::Mat3f& below) const;

  private:
    void dab(const Dab& dab, double cover);
    cv::Mat4f pixels_;
};

}  // namespace ugoda::drawing
