#include "base/finding.h"

#include <algorithm>
#include <iterator>

namespace ugoda {

std::string to_string(Level level) {
    switch (level) {
        case Level::note: return "note";
        case Level::warning: return "warning";
        case Level::decision: return "decision";
        case Level::stop: return "stop";
    }
    return "stop";
}

Level worst(const Findings& findings) {
    Level level = Level::note;
    for (const Finding& finding : findings) level = std::max(level, finding.level);
    return level;
}

void append(Findings& findings, Findings more) {
    std::move(more.begin(), more.end(), std::back_inserter(findings));
}

}  // namespace ugoda
