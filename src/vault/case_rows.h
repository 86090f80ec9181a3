// Reading the derived tables, and the events they point to, as values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vault/entries.h"

namespace SQLite {
class Database;
}

namespace ugoda {

// All throw Error(Fault::integrity) when a row does not fit its event.
[[nodiscard]] std::vector<CaseEntry> read_cases(SQLite::Database& database);
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
/// In the order of issue.
[[nodiscard]] std::vector<IssuedCheckpoint> read_issued_checkpoints(SQLite::Database& database);
/// Case and number of the photographs with these original bytes.
[[nodiscard]] std::vector<std::pair<std::string, int>> read_photos_of(SQLite::Database& database,
                                                                      const Digest& original);

}  // namespace ugoda
