#include "vault/landmarks.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "vault/case_events.h"
#include "vault/log_store.h"
#include "vault/statements.h"

namespace ugoda {

bool is_key_event(std::string_view kind) {
    return kind == "key.rotated" || kind == "key.lost" || kind == "key.revoked" ||
           kind == "epoch.begun";
}

std::vector<EventEntry> read_key_events(SQLite::Database& database) {
    const LogStore log(database);
    std::vector<EventEntry> events;
    if (!database.tableExists("landmark")) {
        log.for_each([&](const StoredEvent& stored) {
            const EventOutline event = outline(stored);
            if (is_key_event(event.header.kind)) events.push_back(to_entry(event));
        });
        return events;
    }
    Statements statements(database);
    const Prepared row =
        statements.use("SELECT seq FROM landmark WHERE kind <> 'backup.made' ORDER BY seq");
    while (Statements::step(*row)) {
        events.push_back(log.entry(count_in(*row, 0)));
        if (!is_key_event(events.back().header.kind)) throw does_not_fit(count_in(*row, 0));
    }
    return events;
}

std::optional<EventEntry> read_last_landmark(SQLite::Database& database, const std::string& kind) {
    Statements statements(database);
    const Prepared row = statements.use(
        "SELECT seq FROM landmark WHERE kind = ? ORDER BY seq DESC LIMIT 1", kind);
    if (!Statements::step(*row)) return std::nullopt;
    EventEntry entry = LogStore(database).entry(count_in(*row, 0));
    if (entry.header.kind != kind) throw does_not_fit(entry.header.seq);
    return entry;
}

}  // namespace ugoda
