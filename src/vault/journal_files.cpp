#include "vault/journal_files.h"

#include <sqlite3.h>

#include "base/error.h"

namespace ugoda {

namespace {

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* taken) {
    const auto open = sqlite3_vfs_find(nullptr)->xOpen;
    if ((flags & SQLITE_OPEN_MAIN_JOURNAL) != 0) {
        const int code = open(vfs, name, file, flags & ~SQLITE_OPEN_CREATE, taken);
        if (code == SQLITE_OK) return code;
    }
    return open(vfs, name, file, flags, taken);
}

/// SQLite's own for this system, with one function put before another.
struct JournalFiles {
    std::string name = "ugoda";
    sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);

    JournalFiles() {
        vfs.zName = name.c_str();
        vfs.xOpen = open_file;
        if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK)
            throw Error(Fault::internal, "SQLite", "refuses a way to open files", "report this");
    }
};

}  // namespace

const std::string& journal_files() {
    static JournalFiles files;
    return files.name;
}

}  // namespace ugoda
