// Text to lines of a given width: where to break, nothing about where it stands.
#pragma once

#include <string>
#include <vector>

#include "document/block.h"
#include "document/text_style.h"

namespace ugoda {

/// Text of one run in one font, or a line for the pen (then `text` is empty).
struct Fragment {
    FontId font = FontId::serif;
    std::string text;
    double width = 0;          ///< millimetres, unstretched
    const Run* run = nullptr;  ///< of the runs given to break_lines
};

struct Line {
    std::vector<Fragment> fragments;
    double width = 0;
    bool ends_paragraph = false;  ///< or a forced line: never stretched
};

/// The breaks of the whole paragraph are chosen together, so that its lines are filled as
/// evenly as can be. A word wider than the measure is broken anywhere: no line is ever wider.
/// The lines point into `runs`.
[[nodiscard]] std::vector<Line> break_lines(const Runs& runs, const TextStyle& style,
                                            const Measure& measure);

}  // namespace ugoda
