// How a picture is turned away: each refusal a sentence that says what the file is instead.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace ugoda {

/// Error(Fault::input) for a file whose content is of `media_type`, no photograph.
[[nodiscard]] Error not_a_photograph(const std::string& name, std::string_view media_type);

/// Error(Fault::input) for one that cannot be decoded: "cannot be shown: …".
[[nodiscard]] Error damaged_picture(const std::string& name, std::string_view what);

}  // namespace ugoda
