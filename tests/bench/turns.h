// Two or more programs run in turns, so that a busy machine burdens them alike. Ratios are taken
// turn by turn and the middle one counts: they repeat where milliseconds do not.
#pragma once

#include <functional>
#include <vector>

#include "bench/process.h"

namespace ugoda::bench {

/// Prepares what it needs outside the time taken, then runs and returns the cost.
using Contender = std::function<Cost()>;

using Costs = std::vector<Cost>;

/// `result[contender][turn]`.
[[nodiscard]] std::vector<Costs> in_turns(int turns, const std::vector<Contender>& contenders);

[[nodiscard]] double median(std::vector<double> values);
[[nodiscard]] double wall_ms(const Costs& costs);  ///< the middle one
[[nodiscard]] double peak_mb(const Costs& costs);  ///< the highest
[[nodiscard]] double ratio(const Costs& ours, const Costs& floor);

}  // namespace ugoda::bench
