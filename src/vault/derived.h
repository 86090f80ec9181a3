// What an event means for the derived tables: used by appending, by reindexing and by verifying,
// so that all three say the same.
#pragma once

#include <string>

#include "base/progress.h"
#include "vault/entries.h"
#include "vault/statements.h"

namespace SQLite {
class Database;
}

namespace ugoda {

class LogStore;

class Derivation {
  public:
    /// `database` must outlive it.
    explicit Derivation(SQLite::Database& database) : statements_(database) {}

    /// Adds the rows that `event` means to those of all events before it. A kind it does not
    /// know means nothing but its place in the case; so does an event whose payload is gone.
    /// Throws Error(Fault::integrity), naming the event, when it contradicts those before it:
    /// a number that is not the next, a record issued twice, a case that is not there.
    void add(const EventEntry& event);

    /// The number after the last one of that year.
    [[nodiscard]] int next_case_ordinal(int year);
    [[nodiscard]] int next_record_ordinal(const std::string& prefix, int year);

  private:
    Statements statements_;
};

/// Drops the derived tables and derives every event of the log, in the transaction that is open.
/// Progress is of "events".
void rebuild(SQLite::Database& database, const LogStore& log, const Progress& progress);

}  // namespace ugoda
