#include <SQLiteCpp/SQLiteCpp.h>

#include "vault/case_events.h"
#include "vault/case_rows.h"
#include "vault/log_store.h"
#include "vault/statements.h"

namespace ugoda {

std::vector<TimestampEntry> read_timestamps(SQLite::Database& database) {
    Statements statements(database);
    const Prepared row = statements.use("SELECT seq, size FROM witness WHERE token = 1 ORDER BY seq");
    const LogStore log(database);
    std::vector<TimestampEntry> entries;
    while (Statements::step(*row)) {
        EventEntry entry = log.entry(count_in(*row, 0));
        if (entry.header.kind != "timestamp.token") throw does_not_fit(entry.header.seq);
        if (entry.payload)
            entries.push_back({entry.header.seq, count_in(*row, 1), std::move(entry.payload->content),
                               std::move(entry.payload->objects)});
    }
    return entries;
}

Unstamped read_unstamped(SQLite::Database& database) {
    Statements statements(database);
    const LogStore log(database);
    const Prepared last = statements.use("SELECT coalesce(max(size), 0) FROM witness WHERE token = 1");
    Statements::step(*last);
    std::uint64_t first = count_in(*last, 0);
    Unstamped unstamped{log.size() - first, ""};
    const Prepared row = statements.use("SELECT seq FROM witness WHERE token = 1 AND seq >= ? ORDER BY seq", first);
    while (Statements::step(*row)) {
        --unstamped.events;
        if (count_in(*row, 0) == first) ++first;
    }
    if (unstamped.events > 0) unstamped.since = to_rfc3339(log.entry(first).header.time);
    return unstamped;
}

}  // namespace ugoda
