#include "vault/due_rows.h"

#include <map>

#include "base/canonical_json.h"
#include "vault/case_events.h"

namespace ugoda {

namespace {

std::map<std::uint64_t, Json> read_laws(Statements& statements) {
    std::map<std::uint64_t, Json> laws;
    const Prepared row = statements.use("SELECT id, words FROM law");
    while (Statements::step(*row))
        laws[count_in(*row, 0)] = parse_json(text_in(*row, 1), "index.db: table law");
    return laws;
}

DueEntry entry_in(const SQLite::Statement& row, const std::map<std::uint64_t, Json>& laws) {
    DueEntry entry{text_in(row, 0), text_in(row, 1), text_in(row, 2), text_in(row, 3),
                   text_in(row, 5), text_in(row, 6), {}, {}, {}};
    const auto law = laws.find(count_in(row, 4));
    if (law == laws.end()) return entry;
    entry.what = text_at(law->second, "what");
    entry.basis = text_at(law->second, "basis");
    entry.certainty = text_at(law->second, "certainty");
    entry.silence = text_at(law->second, "silence");
    return entry;
}

}  // namespace

std::vector<DueEntry> read_due(SQLite::Database& database, const std::string& number) {
    Statements statements(database);
    const std::map<std::uint64_t, Json> laws = read_laws(statements);
    const Prepared row = statements.use(
        "SELECT number, record, item, until, law, what, who FROM due WHERE (?1 = '' OR number = ?1) "
        "AND (record <> '' OR NOT EXISTS (SELECT 1 FROM met WHERE met.number = due.number AND "
        "met.item = due.item)) ORDER BY number, record, item",
        number);
    std::vector<DueEntry> entries;
    while (Statements::step(*row)) entries.push_back(entry_in(*row, laws));
    return entries;
}

Json read_deadlines(SQLite::Database& database, const std::string& number) {
    Json deadlines = Json::array();
    CaseEvents(database).for_each(number, "deadlines.set", [&](const EventOutline& event) {
        deadlines = Json::parse(member_of(event.payload->content, "deadlines"));
    });
    return deadlines;
}

}  // namespace ugoda
