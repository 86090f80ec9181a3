// Lists of rows as ruled tables: table_blocks() of document/directives.h.
#include <algorithm>
#include <charconv>
#include <sstream>

#include "base/error.h"
#include "document/directives.h"
#include "document/labels.h"
#include "document/typography.h"

namespace ugoda {

namespace {

struct Shown {
    const Field* column;
    double share = 1;
};

[[noreturn]] void refuse(const DirectiveSetting& setting, const std::string& what) {
    throw Error(Fault::wording, setting.where, what, "see templates/README.md for the directives");
}

const Json* cell_of(const Json& row, const Field& column) {
    if (!row.is_object()) return nullptr;
    const auto cell = row.find(column.own_name());
    return cell == row.end() || is_blank(*cell) ? nullptr : &*cell;
}

/// `batch` or `name*2`, which takes twice the width.
Shown shown(const Field& list, std::string name, const DirectiveSetting& setting) {
    Shown shown{nullptr, 1};
    if (const auto star = name.find('*'); star != std::string::npos) {
        const std::string share = name.substr(star + 1);
        const auto [end, failed] =
            std::from_chars(share.data(), share.data() + share.size(), shown.share);
        if (failed != std::errc() || end != share.data() + share.size() || !(shown.share > 0))
            refuse(setting, "'" + name + "' has no share of the width after the star");
        name.erase(star);
    }
    for (const Field& column : list.columns)
        if (column.own_name() == name) shown.column = &column;
    if (shown.column == nullptr)
        refuse(setting, "the list " + list.name + " has no column '" + name + "'");
    return shown;
}

std::vector<Shown> columns_in(const Field& list, const std::string& names,
                              const DirectiveSetting& setting) {
    std::vector<Shown> columns;
    std::istringstream words(names);
    for (std::string name; words >> name;) columns.push_back(shown(list, name, setting));
    if (columns.empty()) refuse(setting, "the table of " + list.name + " names no columns");
    return columns;
}

/// The first column and those that some row has something in.
void leave_out_empty(std::vector<Shown>& columns, const Json& rows) {
    const auto is_empty = [&](const Shown& shown) {
        return std::none_of(rows.begin(), rows.end(), [&](const Json& row) {
            return cell_of(row, *shown.column) != nullptr;
        });
    };
    columns.erase(std::remove_if(columns.begin() + 1, columns.end(), is_empty), columns.end());
}

Runs pen(double millimetres) { return {Run{"", Face::regular, {}, Guard::none, millimetres}}; }

/// A line that fits a column of that share on a page of the usual width.
double pen_length(const std::vector<Shown>& columns, const Shown& shown) {
    constexpr double text_width = 160, gap = 5;
    double shares = 0;
    for (const Shown& each : columns) shares += each.share;
    return std::max(5.0, text_width * shown.share / shares - gap);
}

Runs cell_runs(const Json& row, const Shown& shown, const std::vector<Shown>& columns,
               DirectiveSetting& setting) {
    const Field& column = *shown.column;
    if (row.is_string()) {
        if (&shown != &columns.front()) return {};
        return tidied({Run{row.get<std::string>(), Face::regular, column.name, Guard::none, 0}},
                      setting.locale);
    }
    const Json* cell = cell_of(row, column);
    if (cell == nullptr)
        return column.need == Need::expected ? pen(pen_length(columns, shown)) : Runs{};
    const Guard guard = column.type == FieldType::money ? Guard::amount : Guard::none;
    Runs runs;
    const std::string marked =
        setting.marks.mark(value_text(column, *cell, setting.locale), column.name, guard);
    for (Runs& part : setting.marks.verbatim_parts(marked, setting.where)) {
        if (!runs.empty()) runs.push_back({" ", Face::regular, column.name, guard, 0});
        for (Run& run : tidied(std::move(part), setting.locale)) runs.push_back(std::move(run));
    }
    return runs;
}

Table table_of(const Json& rows, const std::vector<Shown>& columns, DirectiveSetting& setting) {
    Table table;
    for (const Shown& shown : columns)
        table.columns.push_back({field_label(setting.locale, shown.column->name), shown.share});
    for (const Json& row : rows) {
        std::vector<Runs> cells;
        for (const Shown& shown : columns) cells.push_back(cell_runs(row, shown, columns, setting));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// Ruled rows to be filled in by hand.
Table open_table(const std::vector<Shown>& columns, DirectiveSetting& setting) {
    constexpr int rows = 3;
    Table table = table_of(Json::array(), columns, setting);
    for (int i = 0; i < rows; ++i) {
        std::vector<Runs> cells;
        for (const Shown& shown : columns) cells.push_back(pen(pen_length(columns, shown)));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

std::vector<Block> table_blocks(const std::vector<std::string>& lines, DirectiveSetting& setting) {
    std::vector<Block> blocks;
    for (const std::string& line : lines) {
        const auto colon = line.find(':');
        const std::string name = line.substr(0, colon);
        const Field* list = setting.what.form.find(name);
        if (colon == std::string::npos || list == nullptr || list->columns.empty())
            refuse(setting, "'" + line + "' is not a list with columns, a colon and their names");
        std::vector<Shown> columns = columns_in(*list, line.substr(colon + 1), setting);
        const auto answer = setting.what.answers.find(name);
        if (answer == setting.what.answers.end()) {
            if (list->need != Need::optional) blocks.push_back(open_table(columns, setting));
        } else if (is_blank(*answer)) {
            blocks.push_back(Grid{{{field_label(setting.locale, name),
                                    {{Run{word(setting.locale, "none"), Face::regular, name,
                                          Guard::none, 0}}}}}});
        } else {
            leave_out_empty(columns, *answer);
            blocks.push_back(table_of(*answer, columns, setting));
        }
    }
    return blocks;
}

}  // namespace ugoda
