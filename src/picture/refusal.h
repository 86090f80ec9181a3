// How a picture is turned away: each refusal a sentence that says what the file is instead.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace ugoda {

/// Error(Fault::input) for a file whose content is of `media_type`, neither JPEG nor PNG.
[[nodiscard]] Error not_a_photograph(const std::string& name, std::string_view media_type);

/// Error(Fault::input) for a JPEG or PNG that cannot be decoded: "is a damaged JPEG…".
[[nodiscard]] Error damaged_picture(const std::string& name, std::string_view what);

}  // namespace ugoda
