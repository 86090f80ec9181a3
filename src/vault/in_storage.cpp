#include "vault/in_storage.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "base/error.h"

namespace ugoda {

namespace {

Error in_plain_words(const SQLite::Exception& exception, const std::string& where) {
    switch (exception.getErrorCode()) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            // SQLite says the same when the disk cannot read a page (EIO).
            return {Fault::integrity, where, "is damaged, or the disk cannot read it",
                    "run `ugoda verify`, then put the newest backup back"};
        case SQLITE_CONSTRAINT:
            return {Fault::integrity, where, "contradicts what was logged before it",
                    "run `ugoda verify`"};
        case SQLITE_FULL:
            return {Fault::storage, where, "the disk is full", "free some space on the disk"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {Fault::storage, where, "another program is using it",
                    "wait until it has finished and try again"};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return {Fault::storage, where, "cannot be opened or written",
                    "check its permissions and those of its folder"};
        case SQLITE_IOERR:
            return {Fault::storage, where, "the disk reported an error",
                    "check the disk and the space left on it"};
        case SQLITE_ERROR:
            return {Fault::storage, where,
                    "is not as this program makes it: another version made it, or it was changed",
                    "run `ugoda reindex`"};
        default:
            return {Fault::storage, where, std::string("cannot be used: ") + exception.what(),
                    "run `ugoda verify`, then `ugoda reindex`"};
    }
}

}  // namespace

void rethrow_translated(const std::string& where) {
    try {
        throw;
    } catch (const SQLite::Exception& e) {
        throw in_plain_words(e, where);
    }
}

}  // namespace ugoda
