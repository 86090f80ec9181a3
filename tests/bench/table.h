// The lines of the table that `scripts/bench` prints: what was measured, against what, and
// whether it is within its budget. Lines appear as they are added.
#pragma once

#include <string>

namespace ugoda::bench {

class Table {
  public:
    /// `ours` may be at most `budget` times `floor`; `ratio` is the one measured turn by turn.
    void at_most_times(const std::string& what, double ours, double floor, const std::string& unit,
                       double ratio, double budget);
    void at_most(const std::string& what, double ours, const std::string& unit, double budget);
    void at_least(const std::string& what, double ours, const std::string& unit, double budget);
    /// A claim that holds or does not.
    void holds(const std::string& what, const std::string& found, bool holds);
    /// A figure without a budget, to read the others by.
    void told(const std::string& what, double ours, const std::string& unit);
    /// Could not be measured, which is not "within budget".
    void missing(const std::string& what, const std::string& why);

    /// 0: all within budget; 1: one is not.
    [[nodiscard]] int exit_code() const { return is_missed_ ? 1 : 0; }

  private:
    void line(const std::string& what, const std::string& ours, const std::string& floor,
              const std::string& ratio, const std::string& budget, const std::string& verdict);
    std::string verdict(bool is_within);

    bool is_missed_ = false;
};

/// Exit code of a benchmark: what it returns, or 1 and what it threw on standard error.
[[nodiscard]] int reported(int turns, int (*measure)(int turns));

/// "12.3 ms": three digits that count.
[[nodiscard]] std::string figure(double value, const std::string& unit);

}  // namespace ugoda::bench
