#include "vault/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace ugoda {

namespace {

// head: one row for each transaction, the size and root it left.
constexpr const char* log_tables = R"sql(
CREATE TABLE event (seq INTEGER PRIMARY KEY, header BLOB NOT NULL) STRICT;
CREATE TABLE payload (seq INTEGER PRIMARY KEY REFERENCES event, bytes BLOB NOT NULL) STRICT;
CREATE TABLE node (id INTEGER PRIMARY KEY, hash BLOB NOT NULL) STRICT;
CREATE TABLE head (size INTEGER PRIMARY KEY, root BLOB NOT NULL) STRICT;
)sql";

constexpr const char* derived_table_texts = R"sql(
CREATE TABLE case_event (case_number TEXT NOT NULL, case_seq INTEGER NOT NULL,
    seq INTEGER NOT NULL UNIQUE, header_hash BLOB NOT NULL UNIQUE,
    PRIMARY KEY (case_number, case_seq)) STRICT;
CREATE TABLE case_file (number TEXT PRIMARY KEY, year INTEGER NOT NULL, ordinal INTEGER NOT NULL,
    opened TEXT NOT NULL, closed TEXT, sections TEXT NOT NULL, about TEXT NOT NULL,
    UNIQUE (year, ordinal)) STRICT;
CREATE TABLE photo (case_number TEXT NOT NULL, number INTEGER NOT NULL, seq INTEGER NOT NULL,
    original BLOB NOT NULL, PRIMARY KEY (case_number, number)) STRICT;
CREATE INDEX photo_original ON photo (original);
CREATE TABLE attachment (case_number TEXT NOT NULL, number INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (case_number, number)) STRICT;
CREATE TABLE record (id TEXT NOT NULL, version INTEGER NOT NULL, prefix TEXT NOT NULL,
    year INTEGER NOT NULL, ordinal INTEGER NOT NULL, case_number TEXT, form TEXT NOT NULL,
    content_hash TEXT NOT NULL, fixed_seq INTEGER NOT NULL, issued_seq INTEGER,
    PRIMARY KEY (id, version)) STRICT;
CREATE INDEX record_number ON record (prefix, year, ordinal);
CREATE INDEX record_case ON record (case_number, fixed_seq);
CREATE TABLE checkpoint (seq INTEGER PRIMARY KEY, size INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
CREATE TABLE settings (seq INTEGER PRIMARY KEY, sha256 BLOB NOT NULL) STRICT;
)sql";

}  // namespace

void create_log_tables(SQLite::Database& database) { database.exec(log_tables); }

void create_derived_tables(SQLite::Database& database) { database.exec(derived_table_texts); }

void drop_derived_tables(SQLite::Database& database) {
    for (const DerivedTable& table : derived_tables())
        database.exec(std::string("DROP TABLE IF EXISTS ") + table.name);
}

const std::vector<DerivedTable>& derived_tables() {
    static const std::vector<DerivedTable> tables = {{"case_event", "case_number, case_seq"},
                                                     {"case_file", "number"},
                                                     {"photo", "case_number, number"},
                                                     {"attachment", "case_number, number"},
                                                     {"record", "id, version"},
                                                     {"checkpoint", "seq"},
                                                     {"settings", "seq"}};
    return tables;
}

}  // namespace ugoda
