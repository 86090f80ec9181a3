#include "vault/verify_derived.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "vault/in_storage.h"
#include "vault/schema.h"

namespace ugoda {

namespace {

/// A row as text that two different rows never share.
std::string image(const SQLite::Statement& row) {
    std::string text;
    for (int column = 0; column < row.getColumnCount(); ++column) {
        const std::string bytes = bytes_in(row, column);
        text += std::to_string(row.getColumn(column).getType()) + ":" +
                std::to_string(bytes.size()) + ":" + bytes;
    }
    return text;
}

}  // namespace

DerivedCheck::DerivedCheck(Report& report) : report_(report), scratch_(open_scratch_database()) {
    create_log_tables(*scratch_);
    create_derived_tables(*scratch_);
    scratch_->exec("BEGIN");
    derivation_.emplace(*scratch_);
}

DerivedCheck::~DerivedCheck() = default;

void DerivedCheck::event(const EventOutline& event) {
    if (!is_sound_) return;
    if (!report_.run(event_name(event.header.seq), [&] { derivation_->add(event); })) give_up();
}

void DerivedCheck::compare(SQLite::Database& database) {
    compare_rows(database, "sqlite_master",
                 "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name");
    if (!is_sound_) {
        report_.damage("index.db",
                       "what is derived from the events could not be checked while some of "
                       "them are damaged");
        return;
    }
    report_.run("index.db", [&] {
        // Another version's table has other columns, or is not there.
        for (const DerivedTable& table : derived_tables())
            in_storage(std::string("table ") + table.name, [&] {
                compare_rows(database, table.name,
                             std::string("SELECT * FROM ") + table.name + " ORDER BY " + table.key);
            });
    });
}

void DerivedCheck::compare_rows(SQLite::Database& database, const std::string& name,
                                const std::string& sql) {
    SQLite::Statement is(database, sql), should(*scratch_, sql);
    std::uint64_t row = 0, differing = 0, first = 0;
    for (;; ++row) {
        const bool has = is.executeStep(), needs = should.executeStep();
        if (!has && !needs) break;
        if (has && needs && image(is) == image(should)) continue;
        if (differing++ == 0) first = row;
        if (has != needs) break;
    }
    if (differing > 0)
        report_.damage("index.db",
                       "table " + name + " does not say what the events say, from row " +
                           std::to_string(first + 1) + " on",
                       "run `ugoda reindex`");
}

}  // namespace ugoda
