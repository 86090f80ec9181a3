// The two colours of the sample hair: its own, and what a bleach that ran away left of it.
#pragma once

#include "layer.h"

namespace ugoda::drawing {

enum class Phase { before, after };

/// Dark blond to brown. `variety` from -1 to 1 is the strand's own.
[[nodiscard]] Light natural_colour(double variety);

/// How far the bleach went: 0 left brown, 0.35 orange, 0.7 yellow, 1 nearly white.
[[nodiscard]] Light bleached_colour(double level);

/// That level at a place of the hair: `across` counts locks, `down` is 0 at the root, 1 at the
/// ends. Applied unevenly: bands down the lengths, patches across them, hot roots.
[[nodiscard]] double bleach_level(double across, double down);

}  // namespace ugoda::drawing
