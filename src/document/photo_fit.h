// How photographs share a page: how tall they may be, and what belongs under them.
#pragma once

#include <cstddef>
#include <vector>

#include "document/block.h"
#include "document/text_style.h"

namespace ugoda {

/// Does the line for initials follow block `at`, at once or after a sentence or two? What is
/// initialled and the initials stand on one page.
[[nodiscard]] bool leads_to_initials(const std::vector<Block>& blocks, std::size_t at);

/// The greatest height in millimetres of the pictures in the PhotoRow `at`. A row without
/// another beside it is large; else two rows fill a page of `room` millimetres, and shrink a
/// little when that keeps the initials, and the checkpoint behind them, on it.
[[nodiscard]] double tallest_photo(const std::vector<Block>& blocks, std::size_t at,
                                   const Measure& measure, double room);

}  // namespace ugoda
