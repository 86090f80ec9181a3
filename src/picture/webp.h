// WebP to pixels. Only the worker process links this.
#pragma once

#include <string>
#include <string_view>

#include "picture/finish.h"

namespace ugoda {

/// Of an animation, its first picture. See-through parts become white. Throws
/// Error(Fault::input).
[[nodiscard]] Decoded decode_webp(std::string_view bytes, const std::string& name,
                                  const PictureLimits& limits);

}  // namespace ugoda
