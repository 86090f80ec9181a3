#include "vault/case_rows.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "base/canonical_json.h"
#include "vault/case_events.h"
#include "vault/meaning.h"
#include "vault/sections.h"

namespace ugoda {

namespace {

Json content_of(const EventOutline& event) { return Json::parse(event.payload->content); }

ObjectRef object_of(const EventOutline& event, const char* role) {
    const auto& objects = event.payload->objects;
    const auto found = std::find_if(objects.begin(), objects.end(),
                                    [&](const ObjectRef& object) { return object.role == role; });
    if (found == objects.end()) throw does_not_fit(event.header.seq);
    return *found;
}

int number_of(const EventOutline& event) {
    return Json::parse(member_of(event.payload->content, "number")).get<int>();
}

void add_sections(CaseEntry& entry, const EventOutline& event) {
    merge_sections(entry.sections, Json::parse(member_of(event.payload->content, "sections")));
}

void add_opening(CaseEntry& entry, const EventOutline& event) {
    entry.opened = to_rfc3339(event.header.time);
    if (!event.payload) return;
    entry.about = content_of(event);
    entry.sections = std::move(entry.about.at("sections"));
    entry.about.erase("sections");
}

/// The next event of the case. One whose payload is gone tells only that it was.
void add(CaseEntry& entry, const EventOutline& event) {
    const std::string& kind = event.header.kind;
    if (is_opening(kind)) add_opening(entry, event);
    if (kind == "case.closed") entry.closed = to_rfc3339(event.header.time);
    if (!event.payload) return;
    if (kind == "case.added") add_sections(entry, event);
}

std::optional<CaseEntry> told_by(CaseEvents& events, const std::string& number) {
    CaseEntry entry;
    entry.number = number;
    if (!events.for_each(number, [&](const EventOutline& event) { add(entry, event); }))
        return std::nullopt;
    return entry;
}

/// What photographs and attachments have in common.
template <typename Entry>
Entry numbered(const EventOutline& event) {
    Entry entry;
    entry.number = number_of(event);
    entry.seq = event.header.seq;
    entry.content = content_of(event);
    entry.received = text_at(entry.content, "received");
    if (entry.received.empty()) entry.received = to_rfc3339(event.header.time);
    entry.original = object_of(event, "original");
    return entry;
}

}  // namespace

std::optional<CaseEntry> read_case(SQLite::Database& database, const std::string& number) {
    CaseEvents events(database);
    return told_by(events, number);
}

std::vector<std::string> read_cases_called(SQLite::Database& database, const std::string& theirs) {
    Statements statements(database);
    const Prepared row = statements.use(
        "SELECT year, ordinal FROM reference CROSS JOIN case_file USING (opened) WHERE tag = ? "
        "ORDER BY opened",
        tag_of(sha256(theirs)));
    std::vector<std::string> numbers;
    while (Statements::step(*row)) {
        std::string number = to_string(
            CaseNumber{row->getColumn(0).getInt(), row->getColumn(1).getInt()});
        const auto entry = read_case(database, number);
        if (entry && text_at(entry->sections.value("intake", Json()), "case_number") == theirs)
            numbers.push_back(std::move(number));
    }
    return numbers;
}

std::vector<PhotoEntry> read_photos(SQLite::Database& database, const std::string& number) {
    std::vector<PhotoEntry> entries;
    CaseEvents(database).for_each(number, "photo.added", [&](const EventOutline& event) {
        entries.push_back(numbered<PhotoEntry>(event));
        entries.back().rendition = object_of(event, "rendition");
    });
    return entries;
}

std::vector<AttachmentEntry> read_attachments(SQLite::Database& database,
                                              const std::string& number) {
    std::vector<AttachmentEntry> entries;
    CaseEvents(database).for_each(number, "attachment.added", [&](const EventOutline& event) {
        entries.push_back(numbered<AttachmentEntry>(event));
    });
    return entries;
}

std::vector<EventEntry> read_events(SQLite::Database& database, const std::string& number) {
    std::vector<EventEntry> entries;
    CaseEvents(database).for_each(
        number, [&](const EventOutline& event) { entries.push_back(to_entry(event)); });
    return entries;
}

std::vector<std::pair<std::string, int>> read_photos_of(SQLite::Database& database,
                                                        const Digest& original) {
    Statements statements(database);
    const Prepared row = statements.use("SELECT seq FROM photo WHERE original = ? ORDER BY seq",
                                        tag_of(original));
    const LogStore log(database);
    std::vector<std::pair<std::string, int>> photos;
    while (Statements::step(*row))
        log.read(count_in(*row, 0), [&](const EventOutline& event) {
            if (!event.payload) throw does_not_fit(event.header.seq);
            if (object_of(event, "original").sha256 == original)
                photos.emplace_back(event.payload->text("case"), number_of(event));
        });
    return photos;
}

}  // namespace ugoda
