// HEIC and HEIF (ISO/IEC 23008-12) to pixels. Only the worker process links this.
#pragma once

#include <string>
#include <string_view>

#include "picture/finish.h"

namespace ugoda {

/// The primary picture, already upright: the library carries out the file's own turns, so the
/// camera's orientation is not applied again. Throws Error(Fault::input).
[[nodiscard]] Decoded decode_heif(std::string_view bytes, const std::string& name,
                                  const PictureLimits& limits);

}  // namespace ugoda
