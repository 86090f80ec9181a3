// The log's checkpoint: its exact bytes as a code, and the same beside it for people.
#include <algorithm>

#include "base/error.h"
#include "document/block_strips.h"
#include "document/codes.h"
#include "document/line.h"

namespace ugoda {

namespace {

constexpr double least_side = 30, module_mm = 0.48, largest_side = 80;
constexpr double quiet_zone = 4 * module_mm;
constexpr double text_gap = 6, padding = 3;

/// Making a code costs more than setting a page, and all copies carry the same checkpoint.
const Modules& modules_of(const std::string& note) {
    thread_local std::string last;
    thread_local Modules modules;
    if (last != note) {
        modules = qr_code(note);
        last = note;
    }
    return modules;
}

ModulesMark code_of(const CheckpointPanel& panel, const Measure& measure) {
    const Modules& modules = modules_of(panel.note);
    const double side = std::max(least_side, static_cast<double>(modules.side) * module_mm);
    if (side > largest_side)
        throw Error(Fault::wording, "checkpoint",
                    std::to_string(panel.note.size()) + " bytes are too many for its code",
                    "shorten the name of the log");
    return {{measure.left + quiet_zone, padding, side, side}, modules.side, modules.black};
}

Strips lines_of(const CheckpointPanel& panel, const Measure& measure) {
    Strips strips = set_text(panel.title, styles::caption_title, measure);
    if (!strips.empty()) strips.back().height += 0.8;
    for (const std::string& line : panel.lines)
        append(strips, set_text(line, styles::caption, measure));
    return strips;
}

}  // namespace

Strips strips_of(const CheckpointPanel& panel, const Measure& measure) {
    Strip strip;
    strip.kind = StripKind::figure;
    strip.space_before = 6;
    double offset = 0;
    if (!panel.note.empty()) {
        const ModulesMark code = code_of(panel, measure);
        strip.marks.push_back(code);
        strip.boxes.push_back({BoxKind::code, "checkpoint", 1, code.at});
        strip.height = code.at.y + code.at.height;
        offset = quiet_zone + code.at.width + text_gap;
    }
    double y = padding;
    for (const Strip& line : lines_of(panel, measure.part(offset, measure.width - offset))) {
        overlay(strip, line, y);
        y += line.height;
    }
    strip.height += padding;
    for (const double at : {0.0, strip.height})
        strip.marks.push_back(LineMark{measure.left, at, measure.right(), at, 0.4, 0});
    return {strip};
}

}  // namespace ugoda
