#include "document/strip.h"

#include <algorithm>
#include <iterator>

namespace ugoda {

namespace {

constexpr double half_page = 110;

struct MoveDown {
    double by;

    void operator()(TextMark& mark) const { mark.baseline += by; }
    void operator()(LineMark& mark) const {
        mark.y1 += by;
        mark.y2 += by;
    }
    void operator()(RectMark& mark) const { mark.at.y += by; }
    void operator()(ImageMark& mark) const { mark.at.y += by; }
    void operator()(ModulesMark& mark) const { mark.at.y += by; }
};

}  // namespace

Mark moved_down(Mark mark, double by) {
    std::visit(MoveDown{by}, mark);
    return mark;
}

void overlay(Strip& strip, const Strip& part, double by) {
    for (const Mark& mark : part.marks) strip.marks.push_back(moved_down(mark, by));
    for (Box box : part.boxes) {
        box.at.y += by;
        strip.boxes.push_back(box);
    }
    strip.height = std::max(strip.height, part.height + by);
}

void append(Strips& strips, Strips more) {
    std::move(more.begin(), more.end(), std::back_inserter(strips));
}

Strip stacked(const Strips& strips) {
    Strip stack;
    for (const Strip& strip : strips)
        overlay(stack, strip, stack.height + (stack.height > 0 ? strip.space_before : 0));
    if (!strips.empty()) stack.baseline = strips.front().baseline;
    return stack;
}

Strips side_by_side(const std::vector<Strips>& columns) {
    Strips merged;
    for (const Strips& column : columns) {
        if (column.size() > merged.size()) merged.resize(column.size());
        for (std::size_t i = 0; i < column.size(); ++i) {
            overlay(merged[i], column[i]);
            merged[i].space_before = std::max(merged[i].space_before, column[i].space_before);
            merged[i].baseline = std::max(merged[i].baseline, column[i].baseline);
            merged[i].sticks = merged[i].sticks || column[i].sticks;
        }
    }
    return merged;
}

Strips row_of(const std::vector<Strips>& cells, Padding padding) {
    double baseline = 0;
    for (const Strips& cell : cells)
        if (!cell.empty()) baseline = std::max(baseline, cell.front().baseline);
    Strip row;
    for (const Strips& cell : cells) {
        const Strip stack = stacked(cell);
        overlay(row, stack, padding.above + baseline - stack.baseline);
    }
    Strips strips{row};
    if (row.height > half_page) {
        strips = side_by_side(cells);
        Strip first;
        overlay(first, strips.front(), padding.above);
        strips.front() = first;
        stick_ends(strips);
    }
    strips.back().height += padding.below;
    return strips;
}

void stick_together(Strips& strips) {
    for (std::size_t i = 0; i + 1 < strips.size(); ++i) strips[i].sticks = true;
}

void stick_ends(Strips& strips) {
    const std::size_t count = strips.size();
    if (count < 2) return;
    strips[0].sticks = true;
    strips[count - 2].sticks = true;
}

}  // namespace ugoda
