#include "vault/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "base/error.h"
#include "vault/in_storage.h"
#include "vault/journal_files.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

constexpr int application_id = 0x55474F44;  // "UGOD". Permanent.
constexpr int format_version = 1;
constexpr int patience_ms = 30'000;

struct Pragma {
    const char* name;
    const char* value;
    const char* read_back;
};

constexpr Pragma for_new_ones[] = {{"page_size", "32768", "32768"}};
constexpr Pragma for_everyone[] = {{"trusted_schema", "OFF", "0"},
                                   {"cell_size_check", "ON", "1"},
                                   {"foreign_keys", "ON", "1"},
                                   {"temp_store", "MEMORY", "2"}};
constexpr Pragma for_writers[] = {{"journal_mode", "PERSIST", "persist"},
                                  {"journal_size_limit", "1048576", "1048576"},
                                  {"synchronous", "FULL", "2"},
                                  {"secure_delete", "ON", "1"}};
constexpr Pragma for_readers[] = {{"query_only", "ON", "1"}};

std::string ask(SQLite::Database& database, const std::string& pragma) {
    return database.execAndGet("PRAGMA " + pragma).getString();
}

template <std::size_t Count>
void set(SQLite::Database& database, const Pragma (&pragmas)[Count]) {
    for (const Pragma& pragma : pragmas) {
        const std::string setting = std::string(pragma.name) + "=" + pragma.value;
        SQLite::Statement(database, "PRAGMA " + setting).executeStep();
        if (ask(database, pragma.name) != pragma.read_back)
            throw Error(Fault::storage, database.getFilename(),
                        "the database refuses the setting " + setting,
                        "keep the vault on a local disk");
    }
}

/// For one thread at a time: SQLite's own locks cost more than many a step.
DatabaseHandle connect(const std::string& file, int flags) {
    auto database =
        std::make_unique<SQLite::Database>(file, flags | SQLite::OPEN_NOMUTEX, patience_ms,
                                           journal_files());
    if (ask(*database, "busy_timeout") != std::to_string(patience_ms))
        throw Error(Fault::storage, file, "the database refuses to wait for others", "report this");
    return database;
}

void check_version(SQLite::Database& database, const std::string& file) {
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version > format_version)
        throw Error(Fault::storage, file,
                    "was made by a newer program (format " + std::to_string(version) + ")",
                    "update ugoda");
    if (version != format_version ||
        database.execAndGet("PRAGMA application_id").getInt() != application_id)
        throw Error(Fault::storage, file, "is not the index of a vault",
                    "put the file back from the newest backup");
    const std::string mode = ask(database, "journal_mode");
    if (mode != "delete" && mode != "truncate" && mode != "persist")
        throw Error(Fault::storage, file,
                    "another program changed how it is written (journal mode " + mode + ")",
                    "put the file back from the newest backup");
}

/// What a killed writer left is undone by whoever opens for writing next; a reader cannot, so
/// it opens for writing for that one moment.
void roll_back_leftovers(const std::string& file) {
    const DatabaseHandle database = connect(file, SQLite::OPEN_READWRITE);
    (void)database->execAndGet("SELECT count(*) FROM sqlite_master").getInt();
}

bool has_leftovers(SQLite::Database& database) {
    try {
        (void)database.execAndGet("SELECT count(*) FROM sqlite_master").getInt();
        return false;
    } catch (const SQLite::Exception& e) {
        if (e.getExtendedErrorCode() == SQLITE_READONLY_ROLLBACK) return true;
        throw;
    }
}

DatabaseHandle open_checked(const std::string& file, Access access) {
    if (access == Access::write) {
        DatabaseHandle database = connect(file, SQLite::OPEN_READWRITE);
        check_version(*database, file);
        set(*database, for_everyone);
        set(*database, for_writers);
        return database;
    }
    DatabaseHandle database = connect(file, SQLite::OPEN_READONLY);
    if (has_leftovers(*database)) {
        roll_back_leftovers(file);
        database = connect(file, SQLite::OPEN_READONLY);
    }
    check_version(*database, file);
    set(*database, for_everyone);
    set(*database, for_readers);
    return database;
}

}  // namespace

DatabaseHandle open_database(const fs::path& file, Access access) {
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored))
        throw Error(Fault::storage, file.string(), "is missing",
                    "put the file back from the newest backup");
    if (fs::file_size(file, ignored) == 0)  // SQLite would begin by deleting the journal
        throw Error(Fault::storage, file.string(), "is not the index of a vault",
                    "put the file back from the newest backup");
    return in_storage(file.string(), [&] { return open_checked(file.string(), access); });
}

DatabaseHandle create_database(const fs::path& file) {
    return in_storage(file.string(), [&] {
        DatabaseHandle database =
            connect(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        set(*database, for_new_ones);
        database->exec("PRAGMA application_id=" + std::to_string(application_id));
        database->exec("PRAGMA user_version=" + std::to_string(format_version));
        set(*database, for_everyone);
        set(*database, for_writers);
        return database;
    });
}

void empty_journal(SQLite::Database& database) { database.exec("PRAGMA journal_size_limit=0"); }

DatabaseHandle open_scratch_database() {
    return in_storage("memory", [&] {
        return connect(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    });
}

}  // namespace ugoda
