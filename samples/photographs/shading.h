// How a hair takes light: Kajiya and Kay's model with two highlights, as on real hair a white
// one from its surface and a coloured one from inside.
#pragma once

#include "layer.h"

namespace ugoda::drawing {

struct HairSurface {
    cv::Vec3d along;    ///< direction of the strand, unit length
    cv::Vec3d outward;  ///< away from what it lies on, unit length
    Light colour;
    double shine = 1;  ///< 1 healthy, 0 like straw
    double shift = 0;  ///< tilt of the strand's scales: moves the highlight along it
};

/// A soft lamp high on the left in front of the subject, and light from all round.
[[nodiscard]] Light lit(const HairSurface& hair);

}  // namespace ugoda::drawing
