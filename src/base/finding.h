// Something worth telling: returned by checks, all of them at once, never thrown.
#pragma once

#include <string>
#include <vector>

namespace ugoda {

/// In rising order. A note changes nothing; with a warning the work is done; a
/// decision waits for somebody's name and reason; a stop refuses.
enum class Level { note, warning, decision, stop };

struct Finding {
    std::string where;   ///< field, file or entry, as the user knows it
    std::string what;    ///< one sentence
    std::string remedy;  ///< what to do
    Level level = Level::warning;

    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

[[nodiscard]] std::string to_string(Level level);

/// `note` when there are none.
[[nodiscard]] Level worst(const Findings& findings);

/// Adds all of `more` to the end of `findings`.
void append(Findings& findings, Findings more);

}  // namespace ugoda
