// Opening index.db the one way it may be opened. The only place that knows pragmas; why each is
// set: FORMAT.md.
#pragma once

#include <filesystem>
#include <memory>

#include "vault/vault.h"

namespace SQLite {
class Database;
}

namespace ugoda {

using DatabaseHandle = std::unique_ptr<SQLite::Database>;

/// Opens a file that must exist; never creates one. A transaction that a killed writer left
/// half-done is rolled back first, also when opening for reading. Throws Error(Fault::storage),
/// also when a pragma did not take or a newer program made the file.
[[nodiscard]] DatabaseHandle open_database(const std::filesystem::path& file, Access access);

/// A new one in a file that is empty. With its version, without tables.
[[nodiscard]] DatabaseHandle create_database(const std::filesystem::path& file);

/// From now on nothing stays in the journal after a commit: for transactions that erase.
void empty_journal(SQLite::Database& database);

/// An empty one that lives in memory.
[[nodiscard]] DatabaseHandle open_scratch_database();

}  // namespace ugoda
