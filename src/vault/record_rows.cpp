#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "base/json_values.h"
#include "vault/case_events.h"
#include "vault/case_rows.h"

namespace ugoda {

namespace {

RecordEntry fixed(const EventOutline& event) {
    Payload payload = to_payload(*event.payload);
    RecordEntry entry;
    entry.id = text_at(payload.content, "record");
    entry.form = text_at(payload.content, "form");
    entry.version = static_cast<int>(number_at(payload.content, "version"));
    entry.content_hash = text_at(payload.content, "content_hash");
    entry.fixed_seq = event.header.seq;
    entry.fixed_time = to_rfc3339(event.header.time);
    entry.fixed = std::move(payload.content);
    entry.fixed_objects = std::move(payload.objects);
    return entry;
}

void issue(std::vector<RecordEntry>& entries, const EventOutline& event) {
    Payload payload = to_payload(*event.payload);
    const std::string id = text_at(payload.content, "record");
    const auto version = number_at(payload.content, "version");
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const RecordEntry& each) {
        return each.id == id && each.version == version;
    });
    if (entry == entries.end()) return;  // what was fixed has been erased
    entry->issued_seq = event.header.seq;
    entry->issued_time = to_rfc3339(event.header.time);
    entry->issued = std::move(payload.content);
    entry->issued_objects = std::move(payload.objects);
}

}  // namespace

std::vector<RecordEntry> read_records(SQLite::Database& database, const std::string& number) {
    std::vector<RecordEntry> entries;
    CaseEvents(database).for_each(number, [&](const EventOutline& event) {
        if (!event.payload) return;
        if (event.header.kind == "record.fixed") entries.push_back(fixed(event));
        if (event.header.kind == "record.issued") issue(entries, event);
    });
    return entries;
}

std::optional<IssuedCheckpoint> read_first_checkpoint(SQLite::Database& database,
                                                      std::uint64_t seq) {
    Statements statements(database);
    // What covers an event comes after it.
    const Prepared row = statements.use(
        "SELECT seq, size FROM checkpoint WHERE seq > ?1 AND size > ?1 ORDER BY seq LIMIT 1", seq);
    if (!Statements::step(*row)) return std::nullopt;
    const EventEntry issued = LogStore(database).entry(count_in(*row, 0));
    if (!issued.payload) throw does_not_fit(issued.header.seq);
    const Json& content = issued.payload->content;
    return IssuedCheckpoint{text_at(content, "record"),
                            static_cast<int>(number_at(content, "version")),
                            to_rfc3339(issued.header.time), count_in(*row, 1),
                            text_at(content, "checkpoint")};
}

}  // namespace ugoda
