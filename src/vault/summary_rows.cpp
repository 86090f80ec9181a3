#include <SQLiteCpp/SQLiteCpp.h>

#include <unordered_map>

#include "vault/case_rows.h"
#include "vault/meaning.h"

namespace ugoda {

namespace {

constexpr const char* columns =
    "year, ordinal, visit, seconds, offset, closed, closed_seconds, closed_offset, client, "
    "client_id, treatment, reference, summary.photos, summary.attachments, opened FROM case_file "
    "JOIN summary USING (opened) ";

CaseNumber number_in(const SQLite::Statement& row) {
    return {row.getColumn(0).getInt(), row.getColumn(1).getInt(), row.getColumn(2).getInt() != 0};
}

std::string moment_in(const SQLite::Statement& row, int column) {
    return to_rfc3339({row.getColumn(column).getInt64(), row.getColumn(column + 1).getInt()});
}

CaseSummary summary_in(const SQLite::Statement& row) {
    CaseSummary summary;
    summary.number = to_string(number_in(row));
    summary.opened = moment_in(row, 3);
    if (row.getColumn(5).getInt() != 0) summary.closed = moment_in(row, 6);
    summary.client = text_in(row, 8);
    summary.client_id = text_in(row, 9);
    summary.treatment = text_in(row, 10);
    summary.reference = text_in(row, 11);
    summary.photos = count_in(row, 12);
    summary.attachments = count_in(row, 13);
    summary.seq = count_in(row, 14);
    return summary;
}

/// Their ids, each once, by the event that opened their case.
std::unordered_map<std::uint64_t, std::vector<std::string>> records_by_opening(SQLite::Database& database) {
    SQLite::Statement row(database,
                          "SELECT DISTINCT opened, prefix, year, ordinal FROM record ORDER BY prefix, year, ordinal");
    std::unordered_map<std::uint64_t, std::vector<std::string>> records;
    while (row.executeStep())
        records[count_in(row, 0)].push_back(
            to_string(RecordId{text_in(row, 1), row.getColumn(2).getInt(), row.getColumn(3).getInt()}));
    return records;
}

}  // namespace

std::vector<CaseSummary> read_summaries(SQLite::Database& database, bool of_visits) {
    SQLite::Statement row(database, std::string("SELECT ") + columns +
                                        "WHERE visit = ? ORDER BY year, ordinal");
    bind_value(row, 1, of_visits);
    std::vector<CaseSummary> summaries;
    while (row.executeStep()) summaries.push_back(summary_in(row));
    auto records = records_by_opening(database);
    for (CaseSummary& summary : summaries) summary.records = std::move(records[summary.seq]);
    return summaries;
}

std::optional<CaseSummary> read_summary(SQLite::Database& database, const std::string& number) {
    const auto parsed = parse_case_number(number);
    if (!parsed) return std::nullopt;
    SQLite::Statement row(database, std::string("SELECT ") + columns +
                                        "WHERE visit = ? AND year = ? AND ordinal = ?");
    bind_value(row, 1, parsed->is_visit);
    bind_value(row, 2, parsed->year);
    bind_value(row, 3, parsed->ordinal);
    if (!row.executeStep()) return std::nullopt;
    CaseSummary summary = summary_in(row);
    summary.records = std::move(records_by_opening(database)[summary.seq]);
    return summary;
}

std::vector<std::string> read_cases_after(SQLite::Database& database, const std::string& visit) {
    Statements statements(database);
    std::vector<std::string> numbers;
    const auto opened = opening_of(statements, visit);
    if (!opened) return numbers;
    const Prepared row = statements.use(
        "SELECT year, ordinal FROM visited WHERE visit = ? ORDER BY year, ordinal", *opened);
    while (Statements::step(*row))
        numbers.push_back(
            to_string(CaseNumber{row->getColumn(0).getInt(), row->getColumn(1).getInt()}));
    return numbers;
}

}  // namespace ugoda
