// The only door to the Markdown library: filled wording to blocks, directives kept apart.
// Only what a document can show is allowed: headings, paragraphs, lists, emphasis.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "document/block.h"
#include "document/marked_value.h"

namespace ugoda {

/// A fenced block: ```photos … ```. Its lines are still marked (MarkedValues::plain).
struct Directive {
    std::string name;
    std::vector<std::string> lines;
};

using MarkdownItem = std::variant<Block, Directive>;

/// `text` went through Mustache with values marked by `values`. Paragraphs that begin with a
/// number as their wording (`1.`, `3.1`, `(1)`) hang from it; those of a clause with a level 1
/// heading are centred. Throws Error(Fault::wording) at `where`.
[[nodiscard]] std::vector<MarkdownItem> markdown_items(const std::string& text,
                                                       const MarkedValues& values,
                                                       const std::string& where);

}  // namespace ugoda
