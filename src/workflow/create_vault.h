// `ugoda init`: a new vault for the salon that a file describes.
#pragma once

#include <filesystem>

#include "base/finding.h"
#include "workflow/workplace.h"

namespace ugoda {

/// `workplace.vault` must not exist or be empty. Nothing is made when a finding stops.
[[nodiscard]] Findings create_vault(const Workplace& workplace,
                                    const std::filesystem::path& salon_file);

}  // namespace ugoda
