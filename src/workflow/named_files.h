// The files that a case file names, in `photo_sheet.photos` and in `evidence`: read, with what
// both lists say of each.
#pragma once

#include <filesystem>

#include "base/json.h"
#include "workflow/arrivals.h"

namespace ugoda {

/// An entry without `file` is a reference to something kept elsewhere. A file outside the case
/// file's folder, and one that cannot be used, is a stop among the findings.
[[nodiscard]] Arrivals take_named_files(const Json& file, const std::filesystem::path& case_file, const Vault& vault,
                                        const Workplace& workplace);

}  // namespace ugoda
