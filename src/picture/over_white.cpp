#include "picture/over_white.h"

namespace ugoda {

Pixels over_white(const SeeThrough& source) {
    Pixels pixels = make_pixels(source.width, source.height, 3);
    unsigned char* to = pixels.data.data();
    for (std::size_t y = 0; y < static_cast<std::size_t>(source.height); ++y) {
        const unsigned char* from = source.data + y * source.stride;
        for (int x = 0; x < source.width; ++x, from += 4)
            for (int c = 0; c < 3; ++c)
                *to++ = static_cast<unsigned char>(
                    (from[c] * from[3] + 255 * (255 - from[3]) + 127) / 255);
    }
    return pixels;
}

}  // namespace ugoda
