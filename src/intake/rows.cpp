#include "intake/rows.h"

#include <algorithm>

#include "base/text.h"
#include "intake/expectation.h"
#include "intake/schema_check.h"

namespace ugoda {

namespace {

constexpr std::size_t longest_text_row = 1000;

Findings check_cell(const Field& column, const Json& row, bool is_refused, const std::string& where) {
    const auto cell = row.find(column.own_name());
    if (cell != row.end() && !is_blank(*cell)) {
        if (!is_refused && !is_impossible(column, *cell)) return {};
        return {{where, shown(*cell) + " is not " + expectation(column), "correct it", Level::stop}};
    }
    if (column.need == Need::required)
        return {{where, "is missing", "add it: " + expectation(column), Level::stop}};
    if (column.need == Need::expected)
        return {{where, "is not given",
                 "add it (" + expectation(column) + ") or write it on the paper by hand",
                 Level::note}};
    return {};
}

Findings unknown_members(const Field& list, const Json& row, const std::string& where) {
    Findings findings;
    for (const auto& member : row.items()) {
        const bool is_known =
            std::any_of(list.columns.begin(), list.columns.end(),
                        [&](const Field& column) { return column.own_name() == member.key(); });
        if (!is_known && !is_blank(member.value()))
            findings.push_back({where + "." + one_line(member.key()),
                                "is no column of this list and is not used",
                                "check the spelling of its name", Level::note});
    }
    return findings;
}

Findings check_row(const Field& list, const Json& row, const std::string& where) {
    if (row.is_string()) {
        if (count_code_points(row.get_ref<const std::string&>()) <= longest_text_row) return {};
        return {{where, shown(row) + " is not a text of at most 1000 characters", "shorten it",
                 Level::stop}};
    }
    const auto refused = refused_members(list.row_schema, row);
    Findings findings;
    for (const Field& column : list.columns)
        append(findings, check_cell(column, row, refused.contains(column.own_name()),
                                    where + "." + column.own_name()));
    append(findings, unknown_members(list, row, where));
    return findings;
}

}  // namespace

Findings check_rows(const Field& list, const Json& rows, const std::string& place) {
    Findings findings;
    if (list.columns.empty() || !rows.is_array()) return findings;
    for (std::size_t i = 0; i < rows.size(); ++i)
        append(findings, check_row(list, rows[i], place + "[" + std::to_string(i + 1) + "]"));
    return findings;
}

}  // namespace ugoda
