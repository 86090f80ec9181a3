// Strips to pages: which strip stands on which page and how low.
#pragma once

#include <vector>

#include "document/strip.h"

namespace ugoda {

/// The stretch of every page that strips may stand on, millimetres from the top.
struct Body {
    double top = 0, bottom = 0;
};

struct FilledPage {
    Page page;
    std::vector<Box> boxes;  ///< without page numbers
};

/// What sticks together stands on one page unless it is taller than one. Throws
/// Error(Fault::wording) for a strip that no page holds.
[[nodiscard]] std::vector<FilledPage> paginate(const Strips& strips, Body body);

}  // namespace ugoda
