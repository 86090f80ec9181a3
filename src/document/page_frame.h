// What stands on every page outside the text: header with the page code, corner marks,
// footer with the boxes for initials.
#pragma once

#include "document/paginator.h"
#include "document/typeset.h"

namespace ugoda {

inline constexpr double page_width = 210, page_height = 297;
inline constexpr double side_margin = 20;

/// The room that header and footer leave. It is the same on every page.
[[nodiscard]] Body body_of(const TypesetOptions& options, const FontSet& fonts);

/// Header and footer of one page, from 1.
[[nodiscard]] Strip frame_of(const TypesetOptions& options, const FontSet& fonts, int page,
                             int pages);

}  // namespace ugoda
