// Files a user brings: JSON or TOML with the sections of a case, and whose salon it is.
#pragma once

#include <filesystem>
#include <string>

#include "base/finding.h"
#include "base/json.h"

namespace ugoda {

/// What one file may hold. An entry of the log wraps it twice and is read back with JsonLimits.
constexpr JsonLimits case_file_limits{.bytes = 2u << 20, .depth = 48};

/// TOML when the name ends in .toml, else JSON. Throws Error(Fault::input).
[[nodiscard]] Json read_case_file(const std::filesystem::path& file);

/// Stops unless the file's salon, if it names one, is the vault's.
[[nodiscard]] Findings check_salon(const Json& file, const Json& settings);

/// The file named by an entry of a case file, resolved below the case file's folder.
/// Throws Error(Fault::input) when it is absolute or escapes that folder.
[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& case_file,
                                           const std::string& named);

}  // namespace ugoda
