// The trail of a case on paper: what happened, who vouches for it, and what that proves and does not.
#pragma once

#include <filesystem>
#include <string>

#include "workflow/withheld.h"
#include "workflow/workplace.h"

namespace ugoda {

struct TrailPaperOptions {
    std::string locale{};             ///< empty: the vault's
    std::string reader = "complete";  ///< complete, insurer, court, client
    Withheld withheld{};              ///< what that reader does not get: nothing of it is printed
};

/// PDF/A-1b, made at `now`. `resources` are own_first(workplace).
[[nodiscard]] std::string make_trail_paper(const Vault& vault, const Resources& resources, const std::string& number,
                                           const TrailPaperOptions& options, Instant now);

/// `ugoda trail --pdf FILE`: never over another file.
void write_trail_paper(const Workplace& workplace, const std::string& number, const std::string& locale,
                       const std::filesystem::path& file);

}  // namespace ugoda
