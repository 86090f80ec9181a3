// Whether the times of photographs can all be true. Says so only when they cannot in any time
// zone: a camera without an offset may stand anywhere from UTC-12 to UTC+14.
#pragma once

#include <string>

#include "base/clock.h"
#include "base/finding.h"
#include "casefile/photo.h"

namespace ugoda {

/// One photograph's times against each other and against when we received it.
[[nodiscard]] Findings check_times(const PhotoFacts& facts, Instant received,
                                   const std::string& name);

/// An "after" whose camera time is earlier than that of a "before". The finding is about the
/// after. Without offsets, times are compared as they stand only if the cameras are the same.
[[nodiscard]] Findings check_order(const PhotoFacts& before, const std::string& before_name,
                                   const PhotoFacts& after, const std::string& after_name);

}  // namespace ugoda
