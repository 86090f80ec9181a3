#include <algorithm>

#include "base/json_values.h"
#include "dossier/gather_parts.h"

namespace ugoda {

namespace {

using Events = std::vector<DossierEvent>;

/// Whether it erased a payload or an object of these events.
bool is_missed_here(const EventEntry& entry, const Events& events) {
    Erasures erased;
    erased.add(entry);
    return std::any_of(events.begin(), events.end(), [&](const DossierEvent& event) {
        if (!event.entry.payload) return erased.payloads.contains(event.seq);
        const auto& objects = event.entry.payload->objects;
        return std::any_of(objects.begin(), objects.end(),
                           [&](const ObjectRef& object) { return erased.objects.contains(to_hex(object.sha256)); });
    });
}

/// For each event here the first token that covers it, and the newest, whose authority can be checked
/// the longest.
std::set<std::uint64_t> needed_tokens(const std::vector<EventEntry>& own, const Events& events) {
    std::set<std::uint64_t> needed;
    std::uint64_t covered = 0, newest = 0;
    for (const EventEntry& entry : own) {
        if (entry.header.kind != "timestamp.token" || !entry.payload) continue;
        const auto size = static_cast<std::uint64_t>(number_at(entry.payload->content, "size"));
        newest = entry.header.seq;
        const auto is_first_for = [&](const DossierEvent& event) { return event.seq >= covered && event.seq < size; };
        if (std::any_of(events.begin(), events.end(), is_first_for)) needed.insert(newest);
        covered = std::max(covered, size);
    }
    if (!needed.empty()) needed.insert(newest);
    return needed;
}

}  // namespace

void Erasures::add(const EventEntry& event) {
    if (event.header.kind != "erased" || !event.payload) return;
    for (const Json& seq : list_at(event.payload->content, "events"))
        if (seq.is_number_unsigned()) payloads[seq.get<std::uint64_t>()] = event.header.seq;
    for (const Json& hex : list_at(event.payload->content, "objects"))
        if (hex.is_string()) objects[hex.get<std::string>()] = event.header.seq;
}

std::set<std::uint64_t> needed_own_events(const std::vector<EventEntry>& own, const Events& events) {
    std::set<std::uint64_t> needed = needed_tokens(own, events);
    for (const EventEntry& entry : own) {
        const std::string& kind = entry.header.kind;
        if (kind.starts_with("key.") || kind == "seal.set" || kind == "epoch.begun" ||
            (kind == "erased" && is_missed_here(entry, events)))
            needed.insert(entry.header.seq);
    }
    return needed;
}

bool names_others(const Json& erased, const Events& events) {
    std::set<std::uint64_t> here;
    for (const DossierEvent& event : events) here.insert(event.seq);
    const Json named = list_at(erased, "events");
    return std::any_of(named.begin(), named.end(), [&](const Json& seq) {
        return !seq.is_number_unsigned() || !here.contains(seq.get<std::uint64_t>());
    });
}

}  // namespace ugoda
