// Reading what is due.
#pragma once

#include <string>
#include <vector>

#include "vault/entries.h"
#include "vault/event_entry.h"

namespace SQLite {
class Database;
}

namespace ugoda {

/// What is open, by case, record and item; of every case when none is named.
[[nodiscard]] std::vector<DueEntry> read_due(SQLite::Database& database, const std::string& number);

/// The list in the case's last `deadlines.set`; empty when there was none.
[[nodiscard]] Json read_deadlines(SQLite::Database& database, const std::string& number);

}  // namespace ugoda
