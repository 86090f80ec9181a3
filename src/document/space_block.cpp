// An empty frame for a stamp.
#include "document/block_strips.h"
#include "document/line.h"

namespace ugoda {

namespace {

/// An Italian revenue stamp is 55 by 40 mm, the largest known here.
constexpr double frame_width = 58, frame_height = 43;
constexpr double frame_pt = 0.4, frame_grey = 0.62;
constexpr double caption_inset = 2;

}  // namespace

/// The caption stands in the frame, where the stamp will cover it.
Strips strips_of(const Space& space, const Measure& measure) {
    Strip strip;
    strip.kind = StripKind::figure;
    strip.space_before = 3;
    strip.height = frame_height + 1.6;
    const Rect at{measure.left, 0.8, frame_width, frame_height};
    strip.marks.push_back(RectMark{at, false, frame_pt, frame_grey});
    strip.boxes.push_back({BoxKind::pen, space.name, 1, at});
    const Measure inside = measure.part(caption_inset, frame_width - 2 * caption_inset);
    overlay(strip, stacked(set_text(space.caption, styles::caption, inside)), at.y + caption_inset);
    return {strip};
}

}  // namespace ugoda
