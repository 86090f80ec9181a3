// PNG bytes to pixels.
#pragma once

#include <string>
#include <string_view>

#include "picture/pixels.h"

namespace ugoda {

/// Any PNG: 16 bits become 8, a palette its colours, see-through parts white; grey stays
/// grey. Throws Error(Fault::input) when it is damaged or cut short.
[[nodiscard]] Pixels decode_png(std::string_view bytes, const std::string& name);

}  // namespace ugoda
