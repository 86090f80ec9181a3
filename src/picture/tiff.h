// TIFF 6.0 to pixels. Only the worker process links this.
#pragma once

#include <string>
#include <string_view>

#include "picture/finish.h"

namespace ugoda {

/// The first page. See-through parts become white, 16 bits 8; grey stays grey. Throws
/// Error(Fault::input), also for raw camera files that only look like TIFF.
[[nodiscard]] Decoded decode_tiff(std::string_view bytes, const std::string& name,
                                  const PictureLimits& limits);

}  // namespace ugoda
