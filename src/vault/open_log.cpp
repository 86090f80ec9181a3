#include "vault/open_log.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "base/error.h"
#include "vault/erasure.h"
#include "vault/high_water.h"
#include "vault/in_storage.h"
#include "vault/log_store.h"
#include "vault/writer.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

void require_reaches(const Checkpoint& mark, const OpenLog& log, const fs::path& file) {
    const LogStore store(*log.database);
    if (is_strange(mark, log.keys))
        throw Error(Fault::integrity, file.string(),
                    "belongs to another vault (" + mark.origin + ")",
                    "put the file back from the newest backup");
    if (const auto why = falls_behind(mark, log.keys, {store.size(), store.nodes()}))
        throw Error(Fault::integrity, log.files.index().string(), *why + " (" + file.string() + ")",
                    "put the newest state of the vault back, or go on without what is missing: `ugoda restore BACKUP DIR --new-epoch`; nothing was changed");
}

/// A disk that fails or fills at this very moment leaves open on which side of it the change is.
void make_final(SQLite::Transaction& transaction, const fs::path& index) {
    try {
        transaction.commit();
    } catch (const SQLite::Exception& e) {
        if (e.getErrorCode() != SQLITE_IOERR && e.getErrorCode() != SQLITE_FULL) throw;
        throw Error(Fault::storage, index.string(),
                    "the disk reported an error or is full, at the moment the change was made "
                    "final: it may be logged",
                    "check the disk and the space left on it, and look at `ugoda trail` before you "
                    "try again");
    }
}

std::future<void> publish(NextMark& mark) {
    try {
        return mark.publish();
    } catch (const Error& e) {
        throw Error(Fault::storage, e.where(),
                    "the change is logged and safe, but its high-water mark " + e.text(),
                    e.remedy());
    }
}

}  // namespace

fs::path OpenLog::second_mark() const {
    const fs::path& state = surroundings.state_folder;
    return mark_folder(state.empty() ? default_state_folder() : state, identity.id);
}

void OpenLog::require_reaches_marks() const {
    const auto first = read_mark(files.high_water());
    if (!first)
        throw Error(Fault::integrity, files.high_water().string(), "is missing",
                    "put it back from " + (second_mark() / "high-water").string() +
                        " or from the newest backup");
    require_reaches(*first, *this, files.high_water());
    const fs::path second = second_mark() / "high-water";
    if (const auto mark = read_mark(second)) require_reaches(*mark, *this, second);
}

void OpenLog::finish_erasing() {
    if (!is_erasing(files)) return;
    try {
        in_storage(files.index().string(), [&] { ugoda::finish_erasing(*database, files); });
    } catch (const Error& e) {
        throw Error(e.fault(), e.where(),
                    "an erasure is logged, but not all that it erased could be removed yet: " + e.text(),
                    e.remedy() + "; the next change goes on with it");
    }
}

void OpenLog::commit(const std::function<void(Writer&)>& work) {
    const ObjectStore objects(files);
    SystemRandom system_random;
    Random& random = surroundings.random != nullptr ? *surroundings.random : system_random;
    std::optional<SystemClock> system_clock;
    if (surroundings.clock == nullptr) system_clock.emplace(time_zone);
    const Clock& clock = surroundings.clock != nullptr ? *surroundings.clock : *system_clock;
    in_storage(files.index().string(), [&] {
        SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
        LogWriter writer(*database, objects, clock, random);
        work(writer);
        if (!writer.has_appended()) return;
        const Frontier& after = writer.frontier();
        LogStore(*database).record_head(after);
        if (writer.has_erased()) empty_journal(*database);
        if (writer.has_deleted()) mark_erasing(files);
        NextMark mark({keys.origin(), after.size(), after.root()}, files.folder, second_mark(),
                      std::move(settling));
        make_final(transaction, files.index());
        settling = publish(mark);
    });
}

}  // namespace ugoda
