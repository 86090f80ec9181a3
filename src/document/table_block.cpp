// Ruled tables: a head that repeats, rows that are not torn.
#include <algorithm>

#include "document/block_strips.h"
#include "document/line.h"

namespace ugoda {

namespace {

constexpr double cell_gap = 3;
constexpr Padding padding{0.9, 0.9};
/// Keeps rules 2.5 mm clear of an amount, so that a scan can tell a pen stroke.
constexpr Padding amount_padding{2.0, 2.5};

std::vector<Measure> columns_of(const Table& table, const Measure& measure) {
    double shares = 0;
    for (const Table::Column& column : table.columns) shares += column.share;
    const double room = measure.width - cell_gap * (static_cast<double>(table.columns.size()) - 1);
    std::vector<Measure> columns;
    double offset = 0;
    for (const Table::Column& column : table.columns) {
        const double width = room * column.share / shares;
        columns.push_back(measure.part(offset, width));
        offset += width + cell_gap;
    }
    return columns;
}

void rule(Strip& strip, double y, const Measure& measure, double width_pt, double grey = 0) {
    strip.marks.push_back(LineMark{measure.left, y, measure.right(), y, width_pt, grey});
}

Strips head_strips(const Table& table, const std::vector<Measure>& columns,
                   const Measure& measure) {
    std::vector<Strips> cells;
    for (std::size_t i = 0; i < columns.size(); ++i)
        cells.push_back(set_text(table.columns[i].title, styles::cell_head, columns[i]));
    Strips head = row_of(cells, padding);
    rule(head.front(), 0, measure, 0.8);
    rule(head.back(), head.back().height, measure, 0.5);
    for (Strip& strip : head) {
        strip.kind = StripKind::table_head;
        strip.sticks = true;
    }
    return head;
}

Strips row_strips(const std::vector<Runs>& row, const std::vector<Measure>& columns) {
    std::vector<Strips> cells;
    for (std::size_t i = 0; i < std::min(row.size(), columns.size()); ++i)
        cells.push_back(set_text(row[i], styles::cell, columns[i]));
    Strips strips = row_of(cells, has_amount(row) ? amount_padding : padding);
    for (Strip& strip : strips) strip.kind = StripKind::table_row;
    return strips;
}

}  // namespace

Strips strips_of(const Table& table, const Measure& measure) {
    const std::vector<Measure> columns = columns_of(table, measure);
    Strips strips = head_strips(table, columns, measure);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        Strips row = row_strips(table.rows[i], columns);
        if (i + 1 == table.rows.size())
            rule(row.back(), row.back().height, measure, 0.8);
        else
            rule(row.back(), row.back().height, measure, 0.35, 0.62);
        append(strips, std::move(row));
    }
    strips.front().space_before = 2.8;
    strips.back().height += 1.2;
    return strips;
}

}  // namespace ugoda
