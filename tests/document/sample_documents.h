// Whole documents, plainly fictional, for tests that look at pages.
#pragma once

#include <string>
#include <vector>

#include "document/block.h"

namespace ugoda::testing {

/// Every kind of block, as a settlement of a few pages. Needs the two images below.
[[nodiscard]] std::vector<Block> settlement();

/// What people type when nobody stops them: names of 200 characters, answers of 600 words,
/// tables of many rows, an emoji, words without blanks.
[[nodiscard]] std::vector<Block> extremes();

[[nodiscard]] Table attachments(int rows);
[[nodiscard]] PhotoPlate plate(int number, int width_px, int height_px);
[[nodiscard]] Signatures signatures();
[[nodiscard]] CheckpointPanel checkpoint();
/// The exact bytes of its note.
[[nodiscard]] std::string checkpoint_note();

/// JPEG renditions that plates index.
[[nodiscard]] std::vector<std::string> images();

}  // namespace ugoda::testing
