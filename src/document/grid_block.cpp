// Label and answer side by side: the field grid and the table of parties.
#include <algorithm>

#include "document/block_strips.h"
#include "document/line.h"

namespace ugoda {

namespace {

constexpr double rule_grey = 0.62, rule_pt = 0.35;
constexpr double label_share = 0.29, label_gap = 4;
constexpr double between_parts = 0.8;
/// An answer of more lines than this beside its label takes the full width below it.
constexpr std::size_t most_lines_beside = 8;

struct GridLook {
    const TextStyle& label;
    const TextStyle& value;
    Padding padding;
};

constexpr TextStyle party_label{.is_sans = true, .size_pt = 8, .leading = 4.4, .grey = 0.32};
constexpr TextStyle party_value{.size_pt = 9.5, .leading = 4.4};
constexpr GridLook wide{styles::label, styles::value, {0.9, 0.9}};
constexpr GridLook narrow{party_label, party_value, {0.5, 0.5}};

std::vector<Strips> beside(const GridRow& row, const GridLook& look, const Measure& measure) {
    const double label_width = measure.width * label_share;
    const double offset = label_width + label_gap;
    return {set_text(row.label, look.label, measure.part(0, label_width)),
            set_parts(row.value, look.value, measure.part(offset, measure.width - offset),
                      between_parts)};
}

std::vector<Strips> below(const GridRow& row, const GridLook& look, const Measure& measure) {
    Strips strips = set_text(row.label, look.label, measure);
    append(strips, set_parts(row.value, styles::body, measure, between_parts));
    return {strips};
}

Strips row_strips(const GridRow& row, const GridLook& look, const Measure& measure) {
    std::vector<Strips> cells = beside(row, look, measure);
    if (cells.back().size() > most_lines_beside) cells = below(row, look, measure);
    return row_of(cells, look.padding);
}

void rule(Strip& strip, double y, const Measure& measure) {
    strip.marks.push_back(LineMark{measure.left, y, measure.right(), y, rule_pt, rule_grey});
}

}  // namespace

Strips strips_of(const Grid& grid, const Measure& measure) {
    Strips strips;
    bool is_clear = true;  // no amount in the row above
    for (const GridRow& row : grid.rows) {
        Strips set = row_strips(row, wide, measure);
        if (set.empty()) continue;
        const bool holds_amount = has_amount(row.value);
        if (is_clear && !holds_amount) rule(set.front(), 0, measure);
        is_clear = !holds_amount;
        append(strips, std::move(set));
    }
    if (strips.empty()) return strips;
    if (is_clear) rule(strips.back(), strips.back().height, measure);
    strips.front().space_before = 2.6;
    strips.back().height += 0.8;
    return strips;
}

namespace {

constexpr double party_gap = 9;

/// Title over a rule, one after the other for each party, then row beside row.
Strips party_pair(const std::vector<Party>& parties, const Measure& measure) {
    const double width = (measure.width - party_gap * (static_cast<double>(parties.size()) - 1)) /
                         static_cast<double>(parties.size());
    std::vector<Measure> columns;
    std::vector<Strips> titles;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < parties.size(); ++i) {
        columns.push_back(measure.part(static_cast<double>(i) * (width + party_gap), width));
        titles.push_back(set_text(parties[i].title, styles::caption_title, columns.back()));
        rows = std::max(rows, parties[i].rows.size());
    }
    Strips strips = side_by_side(titles);
    for (Strip& strip : strips) strip.sticks = true;
    if (!strips.empty()) {
        strips.back().height += 1.0;
        for (const Measure& column : columns) {
            const double y = strips.back().height - 0.4;
            strips.back().marks.push_back(LineMark{column.left, y, column.right(), y, 0.6, 0});
        }
    }
    for (std::size_t i = 0; i < rows; ++i) {
        std::vector<Strips> cells;
        for (std::size_t k = 0; k < parties.size(); ++k) {
            if (i >= parties[k].rows.size()) continue;
            for (Strips& cell : beside(parties[k].rows[i], narrow, columns[k]))
                cells.push_back(std::move(cell));
        }
        append(strips, row_of(cells, narrow.padding));
    }
    if (!strips.empty()) strips.front().space_before = 2.6;
    return strips;
}

}  // namespace

Strips strips_of(const Parties& parties, const Measure& measure) {
    Strips strips;
    for (std::size_t i = 0; i < parties.parties.size(); i += 2) {
        const std::size_t past = std::min(i + 2, parties.parties.size());
        using Step = std::vector<Party>::difference_type;
        append(strips, party_pair({parties.parties.begin() + static_cast<Step>(i),
                                   parties.parties.begin() + static_cast<Step>(past)},
                                  measure));
    }
    return strips;
}

}  // namespace ugoda
