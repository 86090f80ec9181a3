// See-through pixels laid over white paper.
#pragma once

#include <cstddef>

#include "picture/pixels.h"

namespace ugoda {

/// Red, green, blue, opacity; 8 bits each; not multiplied. Somebody else's memory.
struct SeeThrough {
    const unsigned char* data = nullptr;
    int width = 0, height = 0;
    std::size_t stride = 0;  ///< bytes from one row to the next
};

[[nodiscard]] Pixels over_white(const SeeThrough& source);

}  // namespace ugoda
