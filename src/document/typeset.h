// Blocks to pages: pure layout, no PDF. The same blocks and fonts give the same pages.
#pragma once

#include <string>
#include <vector>

#include "casefile/layout_map.h"
#include "casefile/page_code.h"
#include "document/block.h"
#include "document/fonts.h"
#include "document/page.h"

namespace ugoda {

struct TypesetOptions {
    std::string locale = "en_GB";   ///< ICU, for line breaking
    PageFrame frame;
    /// Page code of page 1; page and pages are filled in. No codes or corner marks on a draft.
    std::optional<PageCode> code;
};

struct Typeset {
    std::vector<Page> pages;
    LayoutMap map;
};

/// Throws Error(Fault::wording) for a block that cannot stand on any page.
[[nodiscard]] Typeset typeset(const std::vector<Block>& blocks, const FontSet& fonts,
                              const TypesetOptions& options);

}  // namespace ugoda
