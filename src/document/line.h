// Lines of text as strips: marks on a baseline, and the boxes of answers in them.
#pragma once

#include "document/line_breaker.h"
#include "document/strip.h"

namespace ugoda {

/// One strip for each line; neither the first nor the last is left alone on a page.
[[nodiscard]] Strips set_text(const Runs& runs, const TextStyle& style, const Measure& measure);
[[nodiscard]] Strips set_text(const std::string& text, const TextStyle& style,
                              const Measure& measure);
/// The paragraphs of one answer, `gap` apart.
[[nodiscard]] Strips set_parts(const std::vector<Runs>& parts, const TextStyle& style,
                               const Measure& measure, double gap);

/// Does a run of `parts` print an amount? Ruled lines stay 2.5 mm clear of those.
[[nodiscard]] bool has_amount(const std::vector<Runs>& parts);

}  // namespace ugoda
