#include "vault/case_rows.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "base/error.h"
#include "vault/log_store.h"
#include "vault/statements.h"

namespace ugoda {

namespace {

Error does_not_fit(std::uint64_t seq) {
    return Error(Fault::integrity, "event " + std::to_string(seq),
                 "is not what the index says it is", "run `ugoda verify`, then `ugoda reindex`");
}

/// The event a row points to, which must have its payload.
EventEntry event_at(const LogStore& log, std::uint64_t seq) {
    EventEntry event = log.entry(seq);
    if (!event.payload) throw does_not_fit(seq);
    return event;
}

ObjectRef object_of(const EventEntry& event, const char* role) {
    const auto& objects = event.payload->objects;
    const auto found = std::find_if(objects.begin(), objects.end(),
                                    [&](const ObjectRef& object) { return object.role == role; });
    if (found == objects.end()) throw does_not_fit(event.header.seq);
    return *found;
}

Json stored_json(const SQLite::Statement& row, int column) {
    return parse_json(row.getColumn(column).getString(), "index.db");
}

constexpr const char* case_columns =
    "SELECT number, opened, closed, sections, about FROM case_file ";

CaseEntry case_at(const SQLite::Statement& row) {
    CaseEntry entry{row.getColumn(0).getString(), row.getColumn(1).getString(), std::nullopt,
                    stored_json(row, 3), stored_json(row, 4)};
    if (!row.isColumnNull(2)) entry.closed = row.getColumn(2).getString();
    return entry;
}

/// Rows of number and seq, one for each photo or attachment of a case.
template <typename Entry, typename Fill>
std::vector<Entry> numbered(SQLite::Database& database, const std::string& table,
                            const std::string& case_number, Fill fill) {
    SQLite::Statement row(
        database, "SELECT number, seq FROM " + table + " WHERE case_number = ? ORDER BY number");
    row.bind(1, case_number);
    const LogStore log(database);
    std::vector<Entry> entries;
    while (row.executeStep()) {
        EventEntry event = event_at(log, count_in(row, 1));
        Entry entry;
        entry.number = row.getColumn(0).getInt();
        entry.seq = event.header.seq;
        entry.received = to_rfc3339(event.header.time);
        fill(entry, event);
        entry.content = std::move(event.payload->content);
        entries.push_back(std::move(entry));
    }
    return entries;
}

void fill_issued(RecordEntry& entry, EventEntry event) {
    entry.issued_seq = event.header.seq;
    entry.issued_time = to_rfc3339(event.header.time);
    entry.issued = std::move(event.payload->content);
    entry.issued_objects = std::move(event.payload->objects);
}

}  // namespace

std::vector<CaseEntry> read_cases(SQLite::Database& database) {
    SQLite::Statement row(database, std::string(case_columns) + "ORDER BY year, ordinal");
    std::vector<CaseEntry> entries;
    while (row.executeStep()) entries.push_back(case_at(row));
    return entries;
}

std::optional<CaseEntry> read_case(SQLite::Database& database, const std::string& number) {
    SQLite::Statement row(database, std::string(case_columns) + "WHERE number = ?");
    row.bind(1, number);
    if (!row.executeStep()) return std::nullopt;
    return case_at(row);
}

std::vector<PhotoEntry> read_photos(SQLite::Database& database, const std::string& number) {
    return numbered<PhotoEntry>(database, "photo", number,
                                [](PhotoEntry& entry, const EventEntry& event) {
                                    entry.original = object_of(event, "original");
                                    entry.rendition = object_of(event, "rendition");
                                });
}

std::vector<AttachmentEntry> read_attachments(SQLite::Database& database,
                                              const std::string& number) {
    return numbered<AttachmentEntry>(database, "attachment", number,
                                     [](AttachmentEntry& entry, const EventEntry& event) {
                                         entry.original = object_of(event, "original");
                                     });
}

std::vector<RecordEntry> read_records(SQLite::Database& database, const std::string& number) {
    SQLite::Statement row(
        database,
        "SELECT id, form, version, content_hash, fixed_seq, issued_seq FROM record "
        "WHERE case_number = ? ORDER BY fixed_seq");
    row.bind(1, number);
    const LogStore log(database);
    std::vector<RecordEntry> entries;
    while (row.executeStep()) {
        EventEntry fixed = event_at(log, count_in(row, 4));
        RecordEntry entry;
        entry.id = row.getColumn(0).getString();
        entry.form = row.getColumn(1).getString();
        entry.version = row.getColumn(2).getInt();
        entry.content_hash = row.getColumn(3).getString();
        entry.fixed_seq = fixed.header.seq;
        entry.fixed_time = to_rfc3339(fixed.header.time);
        entry.fixed = std::move(fixed.payload->content);
        entry.fixed_objects = std::move(fixed.payload->objects);
        if (!row.isColumnNull(5)) fill_issued(entry, event_at(log, count_in(row, 5)));
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<EventEntry> read_events(SQLite::Database& database, const std::string& number) {
    SQLite::Statement row(database,
                          "SELECT seq FROM case_event WHERE case_number = ? ORDER BY case_seq");
    row.bind(1, number);
    const LogStore log(database);
    std::vector<EventEntry> entries;
    while (row.executeStep()) entries.push_back(log.entry(count_in(row, 0)));
    return entries;
}

std::vector<IssuedCheckpoint> read_issued_checkpoints(SQLite::Database& database) {
    SQLite::Statement row(
        database,
        "SELECT record.id, record.version, checkpoint.seq, checkpoint.size, checkpoint.note "
        "FROM checkpoint JOIN record ON record.issued_seq = checkpoint.seq ORDER BY "
        "checkpoint.seq");
    const LogStore log(database);
    std::vector<IssuedCheckpoint> checkpoints;
    while (row.executeStep())
        checkpoints.push_back({row.getColumn(0).getString(), row.getColumn(1).getInt(),
                               to_rfc3339(log.entry(count_in(row, 2)).header.time),
                               count_in(row, 3), row.getColumn(4).getString()});
    return checkpoints;
}

std::vector<std::pair<std::string, int>> read_photos_of(SQLite::Database& database,
                                                        const Digest& original) {
    SQLite::Statement row(database,
                          "SELECT case_number, number FROM photo WHERE original = ? ORDER BY 1, 2");
    bind_bytes(row, 1, bytes_of(original));
    std::vector<std::pair<std::string, int>> photos;
    while (row.executeStep())
        photos.emplace_back(row.getColumn(0).getString(), row.getColumn(1).getInt());
    return photos;
}

}  // namespace ugoda
