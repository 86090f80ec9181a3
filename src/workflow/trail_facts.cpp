#include "workflow/trail_facts.h"

#include <algorithm>

#include "base/json_values.h"
#include "vault/sections.h"

namespace ugoda {

namespace {

/// Told anew from what is left.
CaseEntry told_by(const std::vector<EventEntry>& events, const std::string& number) {
    CaseEntry entry;
    entry.number = number;
    for (const EventEntry& event : events) {
        const std::string& kind = event.header.kind;
        if (is_opening(kind)) entry.opened = to_rfc3339(event.header.time);
        if (kind == "case.closed") entry.closed = to_rfc3339(event.header.time);
        if (!event.payload) continue;
        const Json& content = event.payload->content;
        if (is_opening(kind)) entry.about = content;
        if (is_opening(kind) || kind == "case.added") merge_sections(entry.sections, content.value("sections", Json::object()));
    }
    entry.about.erase("sections");
    return entry;
}

/// Of every version, what its own events still say.
std::vector<RecordEntry> readable(std::vector<RecordEntry> records, const Withheld& withheld) {
    std::erase_if(records, [&](const RecordEntry& record) { return withheld.has(record.fixed_seq); });
    for (RecordEntry& record : records) {
        if (record.issued_seq && withheld.has(*record.issued_seq)) {
            record.issued = Json();
            record.issued_objects.clear();
        }
        const auto is_hidden = [&](const ObjectRef& object) { return withheld.has(object.sha256); };
        std::erase_if(record.fixed_objects, is_hidden);
        std::erase_if(record.issued_objects, is_hidden);
    }
    return records;
}

template <typename File>
std::vector<File> readable(std::vector<File> files, const Withheld& withheld) {
    std::erase_if(files, [&](const File& file) { return withheld.has(file.seq) || withheld.has(file.original.sha256); });
    return files;
}

}  // namespace

TrailFacts gather_trail_facts(const Vault& vault, const std::string& number, const Withheld& withheld) {
    (void)existing_case(vault, number);
    TrailFacts facts{number, {}, vault.events(number), readable(vault.records(number), withheld),
                     readable(vault.photos(number), withheld), readable(vault.attachments(number), withheld), {}, withheld};
    for (EventEntry& event : facts.events) {
        if (!withheld.has(event.header.seq)) continue;
        event.payload.reset();
        const auto excerpt = withheld.excerpts.find(event.header.seq);
        if (excerpt != withheld.excerpts.end()) event.payload = Payload{{}, excerpt->second, {}};
    }
    facts.entry = told_by(facts.events, number);
    for (const Json& visit : list_at(facts.entry.about, "visits"))
        facts.visits.push_back(gather_trail_facts(vault, visit.get<std::string>(), withheld));
    return facts;
}

}  // namespace ugoda
