#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "base/json_values.h"
#include "vault/case_events.h"
#include "vault/case_rows.h"
#include "vault/meaning.h"

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

/// The version that the content speaks of; null when what was fixed has been erased.
RecordEntry* meant(std::vector<RecordEntry>& entries, const Json& content) {
    const std::string id = text_at(content, "record");
    const auto version = number_at(content, "version");
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const RecordEntry& each) {
        return each.id == id && each.version == version;
    });
    return entry == entries.end() ? nullptr : &*entry;
}

void issue(std::vector<RecordEntry>& entries, const EventOutline& event) {
    Payload payload = to_payload(*event.payload);
    RecordEntry* entry = meant(entries, payload.content);
    if (entry == nullptr) return;
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
        if (event.header.kind == "record.void")
            if (RecordEntry* entry = meant(entries, to_payload(*event.payload).content))
                entry->is_void = true;
    });
    return entries;
}

std::optional<std::string> read_case_of(SQLite::Database& database, const std::string& record) {
    const auto id = parse_record_id(record);
    if (!id) return std::nullopt;
    Statements statements(database);
    const auto opened = case_of_record(statements, *id);
    if (!opened) return std::nullopt;
    std::optional<std::string> number;
    LogStore(database).read(*opened, [&](const EventOutline& event) {
        if (event.payload) number = event.payload->text("case");
    });
    return number;
}

std::vector<EventEntry> read_own_events(SQLite::Database& database) {
    Statements statements(database);
    const Prepared row = statements.use("SELECT seq FROM own_event ORDER BY seq");
    const LogStore log(database);
    std::vector<EventEntry> events;
    while (Statements::step(*row)) {
        events.push_back(log.entry(count_in(*row, 0)));
        if (events.back().header.in_case) throw does_not_fit(events.back().header.seq);
    }
    return events;
}

std::vector<Json> read_approvals(SQLite::Database& database) {
    Statements statements(database);
    const Prepared row = statements.use("SELECT seq FROM approval ORDER BY seq");
    const LogStore log(database);
    std::vector<Json> approvals;
    while (Statements::step(*row)) {
        const EventEntry entry = log.entry(count_in(*row, 0));
        if (entry.header.kind != "clause.approved") throw does_not_fit(entry.header.seq);
        if (entry.payload) approvals.push_back(entry.payload->content);
    }
    return approvals;
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

std::optional<OutsideCheckpoint> read_first_witness(SQLite::Database& database, std::uint64_t seq,
                                                    const std::string& kind) {
    Statements statements(database);
    const Prepared row = statements.use(
        "SELECT seq, size FROM witness WHERE token = ?1 AND seq > ?2 AND size > ?2 ORDER BY seq "
        "LIMIT 1",
        kind == "timestamp.token" ? 1 : 0, seq);
    if (!Statements::step(*row)) return std::nullopt;
    EventEntry entry = LogStore(database).entry(count_in(*row, 0));
    if (entry.header.kind != kind || !entry.payload) throw does_not_fit(entry.header.seq);
    return OutsideCheckpoint{entry.header.seq, to_rfc3339(entry.header.time), count_in(*row, 1),
                             std::move(entry.payload->content)};
}

}  // namespace ugoda
