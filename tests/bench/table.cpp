#include "bench/table.h"

#include <cmath>
#include <cstdio>
#include <iostream>

namespace ugoda::bench {

int reported(int turns, int (*measure)(int turns)) try {
    return measure(turns);
} catch (const std::exception& problem) {
    std::cerr << "benchmark: " << problem.what() << std::endl;
    return 1;
}

std::string figure(double value, const std::string& unit) {
    char text[48];
    const int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return unit.empty() ? text : text + (" " + unit);
}

void Table::at_most_times(const std::string& what, double ours, double floor,
                          const std::string& unit, double ratio, double budget) {
    line(what, figure(ours, unit), figure(floor, unit), figure(ratio, ""),
         "<= " + figure(budget, ""), verdict(ratio <= budget));
}

void Table::at_most(const std::string& what, double ours, const std::string& unit, double budget) {
    line(what, figure(ours, unit), "", "", "<= " + figure(budget, unit), verdict(ours <= budget));
}

void Table::at_least(const std::string& what, double ours, const std::string& unit, double budget) {
    line(what, figure(ours, unit), "", "", ">= " + figure(budget, unit), verdict(ours >= budget));
}

void Table::holds(const std::string& what, const std::string& found, bool holds) {
    line(what, found, "", "", "", verdict(holds));
}

void Table::told(const std::string& what, double ours, const std::string& unit) {
    line(what, figure(ours, unit), "", "", "", "");
}

void Table::missing(const std::string& what, const std::string& why) {
    is_missed_ = true;
    line(what, why, "", "", "", "NOT MEASURED");
}

std::string Table::verdict(bool is_within) {
    if (!is_within) is_missed_ = true;
    return is_within ? "pass" : "MISSED";
}

void Table::line(const std::string& what, const std::string& ours, const std::string& floor,
                 const std::string& ratio, const std::string& budget, const std::string& verdict) {
    char text[256];
    std::snprintf(text, sizeof text, "%-58s %12s %12s %7s %12s  %s", what.c_str(), ours.c_str(),
                  floor.c_str(), ratio.c_str(), budget.c_str(), verdict.c_str());
    std::cout << text << std::endl;  // seen at once, also through a pipe
}

}  // namespace ugoda::bench
