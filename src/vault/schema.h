// The tables of index.db: the log, which is the truth, and the tables derived from it.
#pragma once

#include <vector>

namespace SQLite {
class Database;
}

namespace ugoda {

/// event, payload, node, head. Permanent.
void create_log_tables(SQLite::Database& database);

/// May change with the program: `reindex` makes them anew.
void create_derived_tables(SQLite::Database& database);
void drop_derived_tables(SQLite::Database& database);

struct DerivedTable {
    const char* name;
    const char* key;  ///< columns that order its rows
};
[[nodiscard]] const std::vector<DerivedTable>& derived_tables();

}  // namespace ugoda
