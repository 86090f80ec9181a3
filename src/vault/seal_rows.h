// What the log says of seals, and of the sealed copies.
#pragma once

#include <optional>
#include <vector>

#include "vault/entries.h"
#include "vault/event_entry.h"
#include "vault/witness_entries.h"

namespace SQLite {
class Database;
}

namespace ugoda {

// Both throw Error(Fault::integrity) when the index does not fit the log.
[[nodiscard]] std::vector<SealEntry> read_seals(SQLite::Database& database);
/// Reads every record that was issued, newest first, until one has it.
[[nodiscard]] std::optional<CopyEntry> read_copy_with(SQLite::Database& database, const Digest& pdf);

}  // namespace ugoda
