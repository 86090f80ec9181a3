// Headings and paragraphs.
#include <algorithm>

#include "document/block_strips.h"
#include "document/line.h"

namespace ugoda {

namespace {

constexpr double indent_width = 7;
constexpr int deepest_indent = 6;
constexpr double marker_gap = 1.6;
constexpr double between_paragraphs = 1.7, between_parts = 1.0;

struct HeadingLook {
    const TextStyle& style;
    double above, below;
};

HeadingLook look_of(int level) {
    if (level <= 1) return {styles::title, 2.0, 3.0};
    if (level == 2) return {styles::section, 5.0, 0.6};
    return {styles::subsection, 3.2, 0.2};
}

/// Room for the marker, the same for most so that the texts of a list line up.
double hang_of(const std::string& marker, const Measure& measure) {
    if (marker.empty()) return 0;
    const double width = measure.fonts.width(FontId::serif, marker, styles::value.size_pt);
    return std::clamp(width + marker_gap, indent_width, measure.width / 3);
}

void lower_to(double baseline, Strip& strip) {
    Strip lowered;
    overlay(lowered, strip, baseline - strip.baseline);
    lowered.baseline = baseline;
    lowered.sticks = strip.sticks;
    strip = lowered;
}

}  // namespace

Strips strips_of(const Heading& heading, const Measure& measure) {
    const HeadingLook look = look_of(heading.level);
    Strips strips = set_text(heading.text, look.style, measure);
    for (Strip& strip : strips) {
        strip.kind = StripKind::heading;
        strip.sticks = true;
    }
    if (strips.empty()) return strips;
    strips.front().space_before = look.above;
    strips.back().height += look.below;
    return strips;
}

Strips strips_of(const Paragraph& paragraph, const Measure& measure) {
    const TextStyle& style = paragraph.centred ? styles::centred_body : styles::body;
    const double indent = std::min(paragraph.indent, deepest_indent) * indent_width;
    const double hang = hang_of(paragraph.marker, measure);
    const Measure beside = measure.part(indent + hang, measure.width - indent - hang);
    Strips text = set_parts(paragraph.parts, style, beside, between_parts);
    Strips marker = set_text(paragraph.marker, styles::value, measure.part(indent, hang));
    if (!marker.empty() && !text.empty()) lower_to(text.front().baseline, marker.front());
    Strips strips = side_by_side({std::move(text), std::move(marker)});
    if (!strips.empty()) strips.front().space_before += between_paragraphs;
    return strips;
}

Strips strips_of(const PageBreak&, const Measure&) {
    Strip strip;
    strip.kind = StripKind::page_break;
    return {strip};
}

}  // namespace ugoda
