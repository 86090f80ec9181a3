// Events, and what was found and decided in them: part of workflow/trail_tables.h.
#include "base/json_values.h"
#include "document/directives.h"
#include "document/labels.h"
#include "workflow/trail_tables.h"

namespace ugoda {

namespace {

constexpr std::size_t printed_digits = 16, group = 4, chain_group = 8;

/// With the note that the clock went back, if it did.
std::string time_of(const Header& header, const Locale& locale) {
    const std::string time = exact_moment_text(to_rfc3339(header.time), locale);
    return header.behind ? time + " – " + word(locale, "clock_behind") : time;
}

std::string person(const Vault& vault, const std::string& id) {
    const std::string name = staff_name(vault.settings(), id);
    return name == id ? id : name + " (" + id + ")";
}

std::string what_of(const EventEntry& event, const EventWords& words) {
    const std::string sentence = words.says(event);
    return words.label(event.header.kind) + (sentence.empty() ? "" : ": " + sentence);
}

std::string level_label(const TrailSources& from, const Json& finding) {
    return label_of(from.locale(), "finding_level", text_at(finding, "level"));
}

}  // namespace

namespace {

void add_entries(Json& rows, const TrailSources& from, const TrailFacts& facts, const std::string& of) {
    const EventWords words(from.paper, facts);
    for (const EventEntry& event : facts.events)
        rows.push_back({{"no", of + std::to_string(event.header.in_case->seq)},
                        {"time", time_of(event.header, from.locale())},
                        {"what", what_of(event, words)},
                        {"by", person(from.vault, event.header.staff)},
                        {"hash", in_groups(to_hex(event.header_hash).substr(0, printed_digits), group)},
                        {"witness", from.marks.of(event.header.seq)}});
}

void add_links(Json& rows, const TrailFacts& facts, const std::string& of) {
    for (const EventEntry& event : facts.events)
        rows.push_back({{"no", of + std::to_string(event.header.in_case->seq)},
                        {"position", std::to_string(event.header.seq)},
                        {"sha256", in_groups(to_hex(event.header_hash), chain_group)}});
}

}  // namespace

Json entry_rows(const TrailSources& from) {
    Json rows = Json::array();
    add_entries(rows, from, from.facts, "");
    return rows;
}

Json visit_entry_rows(const TrailSources& from) {
    Json rows = Json::array();
    for (const TrailFacts& visit : from.facts.visits) add_entries(rows, from, visit, visit.number + "/");
    return rows;
}

Json chain_rows(const TrailSources& from) {
    Json rows = Json::array();
    add_links(rows, from.facts, "");
    for (const TrailFacts& visit : from.facts.visits) add_links(rows, visit, visit.number + "/");
    return rows;
}

Json finding_rows(const TrailSources& from) {
    Json rows = Json::array();
    for (const PhotoEntry& photo : from.facts.photos)
        for (const Json& finding : list_at(photo.content, "findings"))
            rows.push_back({{"about", word(from.locale(), "photo_named", {{"number", std::to_string(photo.number)}})},
                            {"finding", text_at(finding, "what")},
                            {"level", level_label(from, finding)}});
    return rows;
}

Json decision_rows(const TrailSources& from) {
    Json rows = Json::array();
    for (const EventEntry& event : from.facts.events) {
        if (!event.payload || !event.payload->content.contains("despite")) continue;
        const Json& content = event.payload->content;
        const Json& taken = content.at("despite");
        const std::string record = text_at(content, "record");
        for (const Json& decision : list_at(taken, "decisions"))
            rows.push_back({{"about", record.empty() ? from.words.label(event.header.kind) : record},
                            {"finding", text_at(decision, "what")},
                            {"reason", text_at(taken, "reason")},
                            {"by", text_at(taken, "by")}});
    }
    return rows;
}

Json withheld_rows(const TrailSources& from) {
    Json rows = Json::array();
    const auto why = [&](const std::string& reason) { return label_of(from.locale(), "withheld_why", reason); };
    const auto add = [&](const TrailFacts& facts, const std::string& of) {
        for (const EventEntry& event : facts.events) {
            const auto reason = facts.withheld.payloads.find(event.header.seq);
            if (reason == facts.withheld.payloads.end()) continue;
            rows.push_back({{"part", word(from.locale(), event.payload ? "withheld_part" : "withheld_entry",
                                          {{"number", of + std::to_string(event.header.in_case->seq)}})},
                            {"why", why(reason->second)}});
        }
    };
    add(from.facts, "");
    for (const TrailFacts& visit : from.facts.visits) add(visit, visit.number + "/");
    for (const auto& [object, reason] : from.facts.withheld.objects)
        rows.push_back({{"part", word(from.locale(), "withheld_object",
                                      {{"sha256", in_groups(object.substr(0, printed_digits), group)}})},
                        {"why", why(reason)}});
    return rows;
}

}  // namespace ugoda
