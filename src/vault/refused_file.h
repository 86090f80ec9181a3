// What the system says of a file that it would not write, in plain words.
#pragma once

#include <filesystem>
#include <string>

#include "base/error.h"

namespace ugoda {

/// Fault::storage: `file` "could not be `action`", for `code`, an errno, with what helps against
/// it.
[[nodiscard]] Error refused(const std::filesystem::path& file, const std::string& action, int code);

}  // namespace ugoda
