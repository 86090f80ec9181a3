// What happened to the vault as a whole: its keys, its epochs, its backups.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vault/event_entry.h"

namespace SQLite {
class Database;
}

namespace ugoda {

// Both throw Error(Fault::integrity) when the index does not fit the log.

/// `key.rotated`, `key.lost`, `key.revoked` and `epoch.begun`, oldest first. Finds them without the
/// derived tables where those are of another version.
[[nodiscard]] std::vector<EventEntry> read_key_events(SQLite::Database& database);

/// The last event of that kind; nothing when there was none.
[[nodiscard]] std::optional<EventEntry> read_last_landmark(SQLite::Database& database,
                                                           const std::string& kind);

/// Whether an event of that kind changes by which key or under which name the log signs.
[[nodiscard]] bool is_key_event(std::string_view kind);

}  // namespace ugoda
