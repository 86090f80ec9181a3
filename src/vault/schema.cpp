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

// Only what finds events quickly, numbers what comes next, or stands in a line of a list: what an
// event says stands in the event. A visit is a case here, numbered on its own. A case is known by
// the seq of the event that opened it, and its events by runs: what belongs together is logged
// together.
constexpr const char* derived_table_texts = R"sql(
CREATE TABLE case_file (visit INTEGER NOT NULL, year INTEGER NOT NULL, ordinal INTEGER NOT NULL,
    opened INTEGER NOT NULL, photos INTEGER NOT NULL, attachments INTEGER NOT NULL,
    PRIMARY KEY (visit, year, ordinal)) STRICT, WITHOUT ROWID;
CREATE TABLE summary (opened INTEGER PRIMARY KEY, seconds INTEGER NOT NULL, offset INTEGER NOT NULL,
    closed INTEGER NOT NULL, closed_seconds INTEGER NOT NULL, closed_offset INTEGER NOT NULL,
    client TEXT NOT NULL, client_id TEXT NOT NULL, treatment TEXT NOT NULL,
    reference TEXT NOT NULL, photos INTEGER NOT NULL, attachments INTEGER NOT NULL) STRICT;
CREATE TABLE visited (visit INTEGER NOT NULL, year INTEGER NOT NULL, ordinal INTEGER NOT NULL,
    PRIMARY KEY (visit, year, ordinal)) STRICT, WITHOUT ROWID;
CREATE TABLE case_event (opened INTEGER NOT NULL, first INTEGER NOT NULL, events INTEGER NOT NULL,
    PRIMARY KEY (opened, first)) STRICT, WITHOUT ROWID;
CREATE TABLE reference (tag INTEGER NOT NULL, opened INTEGER NOT NULL,
    PRIMARY KEY (tag, opened)) STRICT, WITHOUT ROWID;
CREATE TABLE photo (original INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (original, seq)) STRICT, WITHOUT ROWID;
CREATE TABLE record (prefix TEXT NOT NULL, year INTEGER NOT NULL, ordinal INTEGER NOT NULL,
    version INTEGER NOT NULL, issued INTEGER NOT NULL, opened INTEGER NOT NULL,
    PRIMARY KEY (prefix, year, ordinal, version)) STRICT, WITHOUT ROWID;
CREATE TABLE due (number TEXT NOT NULL, record TEXT NOT NULL, item TEXT NOT NULL,
    version INTEGER NOT NULL, until TEXT NOT NULL, law INTEGER NOT NULL, what TEXT NOT NULL,
    who TEXT NOT NULL, PRIMARY KEY (number, record, item)) STRICT, WITHOUT ROWID;
CREATE TABLE met (number TEXT NOT NULL, item TEXT NOT NULL, record TEXT NOT NULL,
    version INTEGER NOT NULL, PRIMARY KEY (number, item, record)) STRICT, WITHOUT ROWID;
CREATE TABLE law (id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE closed (number TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint (seq INTEGER PRIMARY KEY, size INTEGER NOT NULL) STRICT;
CREATE TABLE witness (token INTEGER NOT NULL, seq INTEGER NOT NULL, size INTEGER NOT NULL,
    PRIMARY KEY (token, seq)) STRICT, WITHOUT ROWID;
CREATE TABLE approval (seq INTEGER PRIMARY KEY) STRICT;
CREATE TABLE own_event (seq INTEGER PRIMARY KEY) STRICT;
CREATE TABLE seal (seq INTEGER PRIMARY KEY) STRICT;
CREATE TABLE landmark (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL) STRICT;
CREATE TABLE settings (seq INTEGER PRIMARY KEY, sha256 BLOB NOT NULL) STRICT;
)sql";

}  // namespace

void create_log_tables(SQLite::Database& database) { database.exec(log_tables); }

void create_derived_tables(SQLite::Database& database) { database.exec(derived_table_texts); }

/// Also those of another version of the program.
void drop_derived_tables(SQLite::Database& database) {
    std::vector<std::string> drops;
    SQLite::Statement table(database,
                            "SELECT printf('DROP TABLE \"%w\"', name) FROM sqlite_master WHERE type = "
                            "'table' AND name NOT IN ('event', 'payload', 'node', 'head') AND name "
                            "NOT LIKE 'sqlite_%'");
    while (table.executeStep()) drops.push_back(table.getColumn(0).getString());
    table.reset();
    for (const std::string& drop : drops) database.exec(drop);
}

const std::vector<DerivedTable>& derived_tables() {
    static const std::vector<DerivedTable> tables = {{"case_file", "visit, year, ordinal"},
                                                     {"summary", "opened"},
                                                     {"visited", "visit, year, ordinal"},
                                                     {"case_event", "opened, first"},
                                                     {"reference", "tag, opened"},
                                                     {"photo", "original, seq"},
                                                     {"record", "prefix, year, ordinal, version"},
                                                     {"due", "number, record, item"},
                                                     {"met", "number, item, record"},
                                                     {"law", "id"},
                                                     {"closed", "number"},
                                                     {"checkpoint", "seq"},
                                                     {"witness", "token, seq"},
                                                     {"approval", "seq"},
                                                     {"own_event", "seq"},
                                                     {"seal", "seq"},
                                                     {"landmark", "seq"},
                                                     {"settings", "seq"}};
    return tables;
}

}  // namespace ugoda
