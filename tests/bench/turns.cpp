#include "bench/turns.h"

#include <algorithm>

namespace ugoda::bench {

std::vector<Costs> in_turns(int turns, const std::vector<Contender>& contenders) {
    std::vector<Costs> all(contenders.size());
    for (int turn = 0; turn < turns; ++turn)
        for (std::size_t i = 0; i < contenders.size(); ++i) all[i].push_back(contenders[i]());
    return all;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(half) : (values.at(half - 1) + values.at(half)) / 2;
}

double wall_ms(const Costs& costs) {
    std::vector<double> values;
    for (const Cost& cost : costs) values.push_back(cost.wall_ms);
    return median(values);
}

double peak_mb(const Costs& costs) {
    double most = 0;
    for (const Cost& cost : costs) most = std::max(most, cost.peak_mb);
    return most;
}

double ratio(const Costs& ours, const Costs& floor) {
    std::vector<double> values;
    for (std::size_t i = 0; i < ours.size(); ++i)
        values.push_back(ours[i].wall_ms / floor.at(i).wall_ms);
    return median(values);
}

}  // namespace ugoda::bench
