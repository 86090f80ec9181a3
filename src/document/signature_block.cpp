// Boxes to sign in, two in a row, all on one page.
#include <algorithm>

#include "document/block_strips.h"
#include "document/line.h"

namespace ugoda {

namespace {

constexpr double box_width = 75, box_height = 22;
constexpr double moment_height = 9;  ///< room for a hand to write date and hour
constexpr double writing_height = 6, moment_gap = 1.5;

/// Captions of unlike length end on the line above their boxes.
Strips captions_of(const std::vector<SignatureBox>& boxes, const std::vector<Measure>& cells) {
    std::vector<Strips> columns;
    std::size_t most = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        columns.push_back(set_text(boxes[i].caption, styles::caption_title, cells[i]));
        most = std::max(most, columns.back().size());
    }
    for (Strips& column : columns) column.insert(column.begin(), most - column.size(), Strip{});
    return side_by_side(columns);
}

Strip frames_of(const std::vector<SignatureBox>& boxes, const std::vector<Measure>& cells) {
    Strip strip;
    strip.height = box_height + 1.6;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Rect at{cells[i].left, 0.8, box_width, box_height};
        strip.marks.push_back(RectMark{at, false, 0.7, 0});
        strip.boxes.push_back({BoxKind::signature, boxes[i].name, 1, at});
    }
    return strip;
}

/// "date and hour:" and a ruled line to write them on, beside the label's last line.
Strips moment_of(const SignatureBox& box, const Measure& cell) {
    const Measure room = cell.part(0, box_width / 2);
    const Strip label = stacked(set_text(box.moment, styles::caption, room));
    const double text_width =
        std::min(room.width, cell.fonts.width(FontId::sans, box.moment, styles::caption.size_pt));
    const double left = cell.left + text_width + moment_gap, right = cell.left + box_width;
    const double above = moment_height - styles::caption.leading - 1;
    const double line = above + label.height - styles::caption.leading + styles::caption.baseline();
    Strip strip;
    overlay(strip, label, above);
    strip.height += 1;
    strip.marks.push_back(LineMark{left, line, right, line, 0.4, 0});
    strip.boxes.push_back({BoxKind::pen,
                           box.name + " moment",
                           1,
                           {left, line - writing_height, right - left, writing_height + 0.8}});
    return {strip};
}

Strips moments_of(const std::vector<SignatureBox>& boxes, const std::vector<Measure>& cells) {
    std::vector<Strips> columns;
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (!boxes[i].moment.empty()) columns.push_back(moment_of(boxes[i], cells[i]));
    return side_by_side(columns);
}

Strip pair_of(const std::vector<SignatureBox>& boxes, const Measure& measure) {
    std::vector<Measure> cells;
    std::vector<Strips> names;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        cells.push_back(measure.part(i == 0 ? 0 : measure.width - box_width, box_width));
        names.push_back(set_text(boxes[i].printed_name, styles::cell, cells.back()));
    }
    Strips strips = captions_of(boxes, cells);
    strips.push_back(frames_of(boxes, cells));
    append(strips, side_by_side(names));
    append(strips, moments_of(boxes, cells));
    Strip pair = stacked(strips);
    pair.kind = StripKind::figure;
    pair.space_before = 5;
    return pair;
}

}  // namespace

Strips strips_of(const Signatures& signatures, const Measure& measure) {
    Strips strips;
    const auto& boxes = signatures.boxes;
    for (std::size_t i = 0; i < boxes.size(); i += 2) {
        std::vector<SignatureBox> pair{boxes[i]};
        if (i + 1 < boxes.size()) pair.push_back(boxes[i + 1]);
        strips.push_back(pair_of(pair, measure));
    }
    stick_together(strips);
    return strips;
}

}  // namespace ugoda
