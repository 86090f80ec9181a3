// `ugoda access`: everything that the vault holds of a client, in a folder to be handed over (art. 15
// GDPR): readable, as data, photographs and documents as they came, copies of their records, who got
// what, and what was left out. What the salon wrote for itself and what is of others stays out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.h"
#include "workflow/workplace.h"

namespace ugoda {

struct Given {
    std::string client;
    std::vector<std::string> numbers;   ///< of cases and visits
    std::vector<std::string> left_out;  ///< in words
    std::size_t files = 0;
    Findings findings;
};

/// `out` is made; throws Error(Fault::input) when something is in it already. That it was given is
/// logged in each case and visit once everything is written.
[[nodiscard]] Given give_access(const Workplace& workplace, const std::string& client, const std::filesystem::path& out);

}  // namespace ugoda
