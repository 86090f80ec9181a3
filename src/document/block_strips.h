// What each kind of block looks like, as strips. No pages here.
#pragma once

#include "document/block.h"
#include "document/strip.h"
#include "document/text_style.h"

namespace ugoda {

[[nodiscard]] Strips strips_of(const Heading& heading, const Measure& measure);
[[nodiscard]] Strips strips_of(const Paragraph& paragraph, const Measure& measure);
[[nodiscard]] Strips strips_of(const Grid& grid, const Measure& measure);
[[nodiscard]] Strips strips_of(const Parties& parties, const Measure& measure);
[[nodiscard]] Strips strips_of(const Table& table, const Measure& measure);
/// No picture is taller than `tallest`.
[[nodiscard]] Strips strips_of(const PhotoRow& row, const Measure& measure, double tallest);
[[nodiscard]] Strips strips_of(const InitialsLine& line, const Measure& measure);
[[nodiscard]] Strips strips_of(const Signatures& signatures, const Measure& measure);
[[nodiscard]] Strips strips_of(const Space& space, const Measure& measure);
[[nodiscard]] Strips strips_of(const CheckpointPanel& panel, const Measure& measure);
[[nodiscard]] Strips strips_of(const PageBreak& page_break, const Measure& measure);

/// Of a block of any kind; `tallest_photo` is for photographs only.
[[nodiscard]] Strips strips_of(const Block& block, const Measure& measure, double tallest_photo);

}  // namespace ugoda
