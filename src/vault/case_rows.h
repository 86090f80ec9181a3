// Reading cases: the derived tables find their events, and the events tell the rest. Only lists
// are read from the tables alone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "vault/entries.h"
#include "vault/event_entry.h"
#include "vault/witness_entries.h"

namespace SQLite {
class Database;
}

namespace ugoda {

// All throw Error(Fault::integrity) when the index does not fit the log.
[[nodiscard]] std::vector<CaseSummary> read_summaries(SQLite::Database& database, bool of_visits);
[[nodiscard]] std::optional<CaseSummary> read_summary(SQLite::Database& database,
                                                      const std::string& number);
[[nodiscard]] std::vector<std::string> read_cases_after(SQLite::Database& database,
                                                        const std::string& visit);
[[nodiscard]] std::optional<CaseEntry> read_case(SQLite::Database& database,
                                                 const std::string& number);
[[nodiscard]] std::vector<PhotoEntry> read_photos(SQLite::Database& database,
                                                  const std::string& number);
[[nodiscard]] std::vector<AttachmentEntry> read_attachments(SQLite::Database& database,
                                                            const std::string& number);
[[nodiscard]] std::vector<RecordEntry> read_records(SQLite::Database& database,
                                                    const std::string& number);
[[nodiscard]] std::vector<EventEntry> read_events(SQLite::Database& database,
                                                  const std::string& number);
/// Those of no case, oldest first.
[[nodiscard]] std::vector<EventEntry> read_own_events(SQLite::Database& database);
[[nodiscard]] std::optional<std::string> read_case_of(SQLite::Database& database,
                                                      const std::string& record);
/// Contents of what lawyers approved, oldest first.
[[nodiscard]] std::vector<Json> read_approvals(SQLite::Database& database);
/// The first one issued that covers event `seq`.
[[nodiscard]] std::optional<IssuedCheckpoint> read_first_checkpoint(SQLite::Database& database,
                                                                    std::uint64_t seq);
/// The first event of that kind (`record.handed_over`, `timestamp.token`) whose checkpoint covers
/// event `seq`.
[[nodiscard]] std::optional<OutsideCheckpoint> read_first_witness(SQLite::Database& database,
                                                                  std::uint64_t seq,
                                                                  const std::string& kind);
[[nodiscard]] std::vector<TimestampEntry> read_timestamps(SQLite::Database& database);
[[nodiscard]] Unstamped read_unstamped(SQLite::Database& database);
/// Case and number of the photographs with these original bytes, in the order of their events.
[[nodiscard]] std::vector<std::pair<std::string, int>> read_photos_of(SQLite::Database& database,
                                                                      const Digest& original);

/// Numbers of the cases whose intake now has this case number of the salon's own.
[[nodiscard]] std::vector<std::string> read_cases_called(SQLite::Database& database,
                                                         const std::string& theirs);

}  // namespace ugoda
