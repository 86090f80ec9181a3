// A strip is a stretch of the text column that is never torn: one line, one row of pictures.
// Every block becomes strips; the paginator only ever looks at strips.
#pragma once

#include <vector>

#include "document/page.h"

namespace ugoda {

enum class StripKind {
    text,        ///< a line of reading text
    heading,     ///< a line of a heading
    table_head,  ///< repeated on every page that its rows reach
    table_row,   ///< a line of a row under the last table_head
    figure,      ///< anything else
    page_break   ///< nothing to see; what follows begins a page
};

struct Strip {
    StripKind kind = StripKind::text;
    double space_before = 0;  ///< millimetres, dropped at the top of a page
    double height = 0;
    double baseline = 0;      ///< of a line of text, from its top
    bool sticks = false;      ///< the next strip stands on the same page
    std::vector<Mark> marks;  ///< x from the page's left edge, y from the strip's top
    std::vector<Box> boxes;   ///< likewise; their page is not known yet
};

using Strips = std::vector<Strip>;

[[nodiscard]] Mark moved_down(Mark mark, double by);

/// Puts `part` on the same stretch, `by` lower.
void overlay(Strip& strip, const Strip& part, double by = 0);

void append(Strips& strips, Strips more);

/// All strips in one, one under the other.
[[nodiscard]] Strip stacked(const Strips& strips);

/// Strip i of the result holds strip i of every column.
[[nodiscard]] Strips side_by_side(const std::vector<Strips>& columns);

/// White space around a row's text.
struct Padding {
    double above = 0, below = 0;
};

/// One row of cells, their first lines on one baseline: a single strip, or, if it is longer
/// than half a page, one for each line.
[[nodiscard]] Strips row_of(const std::vector<Strips>& cells, Padding padding);

/// All on one page.
void stick_together(Strips& strips);

/// Neither the first nor the last line alone on a page.
void stick_ends(Strips& strips);

}  // namespace ugoda
