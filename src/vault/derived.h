// What an event means for the derived tables: used by appending, by reindexing and by verifying,
// so that all three say the same.
#pragma once

#include <string>
#include <unordered_map>

#include "base/progress.h"
#include "vault/event_entry.h"
#include "vault/log_store.h"
#include "vault/statements.h"

namespace SQLite {
class Database;
}

namespace ugoda {

class Derivation {
  public:
    /// `database` must outlive it.
    explicit Derivation(SQLite::Database& database) : statements_(database), log_(database) {}

    /// Adds the rows that `event` means to those of all events before it. A kind it does not
    /// know means nothing but its place in the case; so does an event whose payload is gone,
    /// save that a case once opened keeps its number, and one once closed is closed.
    /// Which case it is in is known from the events added before, or from `next_link`.
    /// Throws Error(Fault::integrity), naming the event, when it contradicts those before it:
    /// a number that is not the next, a record issued twice, a case that is not there.
    void add(const EventOutline& event);

    /// The place of the next event of that case; nothing when there is no such case. Throws
    /// Error(Fault::integrity) when the case's events are not those that the log has.
    [[nodiscard]] std::optional<CaseLink> next_link(const std::string& case_number);

    /// The number after the last one of that year.
    [[nodiscard]] int next_case_ordinal(bool is_visit, int year);
    [[nodiscard]] int next_record_ordinal(const std::string& prefix, int year);

  private:
    [[nodiscard]] std::optional<std::uint64_t> place_in_case(const EventOutline& event);

    void add_erased(const Header& header, std::optional<std::uint64_t> opened);

    Statements statements_;
    LogStore log_;
    /// The seq that opened a case, by the hash of the case's last header.
    std::unordered_map<Digest, std::uint64_t, DigestHash> ends_;
    bool is_record_lost_ = false;
};

/// Drops the derived tables and derives every event of the log, in the transaction that is open.
/// Progress is of "events".
void rebuild(SQLite::Database& database, const LogStore& log, const Progress& progress);

}  // namespace ugoda
