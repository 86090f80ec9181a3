#include "workflow/pull_trail.h"

#include "base/json_values.h"
#include "base/text.h"
#include "casefile/photo.h"
#include "workflow/record_facts.h"

namespace ugoda {

namespace {

std::string joined_keys(const Json& object) {
    std::string names;
    for (const auto& member : object.items()) names += (names.empty() ? "" : ", ") + member.key();
    return names;
}

std::string described_photo(const Json& content) {
    const PhotoFacts facts = photo_facts_from(content.value("facts", Json::object()));
    return "photograph " + std::to_string(content.value("number", 0)) + " (" + text_at(content, "phase") +
           ") taken in from " + text_at(content, "name") + ", camera time " +
           (facts.times.camera ? *facts.times.camera + facts.times.camera_offset.value_or(" (zone not known)")
                               : std::string("not known"));
}

std::string described_record(const Json& content) {
    return text_at(content, "record") + " version " + std::to_string(content.value("version", 1));
}

std::string described_note(const Json& content) {
    return text_at(content, "channel") + (text_at(content, "direction") == "in" ? " from " : " to ") +
           text_at(content, "with") + ", " + minute_of(text_at(content, "at")) + ": " + text_at(content, "text");
}

std::string with(const char* before, const std::string& text) { return text.empty() ? std::string() : before + text; }

/// What happened to a record; empty for another kind of event.
std::string described_life(const std::string& kind, const Json& content) {
    const std::string copy = " copy " + std::to_string(number_at(content, "copy"));
    const std::string at = with(" on ", minute_of(text_at(content, "at")));
    if (kind == "record.printed")
        return described_record(content) + copy + " printed" + with(" on ", text_at(content, "printer")) +
               (content.contains("printer") ? "" : " elsewhere") + with(", again: ", text_at(content, "why"));
    if (kind == "record.signed")
        return described_record(content) + (text_at(content, "how") == "refused" ? " not signed by " : " signed by ") +
               text_at(content, "name") + " (" + text_at(content, "role") + ", " + text_at(content, "how") + ")" + at +
               with(", place: ", text_at(content, "place")) + with(", authority: ", text_at(content, "authority")) +
               with(", reason: ", text_at(content, "why")) + with(", witness: ", text_at(content, "witness")) +
               with(", remarks: ", text_at(content, "remarks"));
    if (kind == "record.handed_over")
        return described_record(content) + copy + " handed to " + text_at(content, "to") + at;
    if (kind == "record.performed")
        return described_record(content) + " performed" + with(": ", text_at(content, "promise")) + at +
               with(", remarks: ", text_at(content, "remarks"));
    if (kind == "record.void") return described_record(content) + " void: " + text_at(content, "why");
    return {};
}

/// `reply by 2026-03-17`, each.
std::string described_deadlines(const Json& content) {
    std::string list;
    for (const Json& deadline : list_at(content, "deadlines"))
        list += (list.empty() ? "" : ", ") + text_at(deadline, "id") + " by " + text_at(deadline, "due");
    return list.empty() ? "none" : list;
}

std::string described_promises(const Json& content) {
    std::string list;
    for (const Json& promise : list_at(content, "promises"))
        list += (list.empty() ? ", promises " : ", ") + text_at(promise, "id") +
                (promise.contains("until") ? " by " + text_at(promise, "until") : "");
    for (const Json& deadline : list_at(content, "meets"))
        list += ", meets the deadline '" + (deadline.is_string() ? deadline.get<std::string>() : "") + "'";
    return list;
}

std::string described_opening(const std::string& what, const Json& content) {
    std::string visits;
    for (const Json& visit : list_at(content, "visits")) visits += (visits.empty() ? ", after visit " : ", ") + visit.get<std::string>();
    return what + " opened with " + joined_keys(content.value("sections", Json::object())) + visits;
}

/// For a file that was copied from a visit.
std::string taken_over(const Json& content) {
    if (!content.contains("visit")) return "";
    return ", received on " + text_at(content, "received") + " in visit " + text_at(content, "visit");
}

/// One sentence. Kinds of a newer program are told by their name.
std::string describe(const std::string& kind, const Json& content) {
    if (kind == "case.opened") return described_opening("case", content);
    if (kind == "visit.opened") return described_opening("visit", content);
    if (kind == "consent.withdrawn")
        return text_at(content, "record") + ": consent to " + text_at(content, "consent") + " withdrawn on " +
               minute_of(text_at(content, "at")) + " (" + text_at(content, "how") + ")" + with(", received by ", text_at(content, "received_by"));
    if (kind == "access.given") return "everything held was given to the client in " + std::to_string(number_at(content, "files")) + " files";
    if (kind == "hold.set") return "held: " + text_at(content, "why");
    if (kind == "hold.released") return "released: " + text_at(content, "why");
    if (kind == "erased")
        return std::to_string(list_at(content, "events").size()) + " entries and " + std::to_string(list_at(content, "objects").size()) +
               " files erased (" + text_at(content, "ground") + "): " + text_at(content, "why") + ", by " + text_at(content, "by");
    if (kind == "health.read") return text_at(content, "what") + " read: " + text_at(content, "why");
    if (kind == "case.added") return "added: " + joined_keys(content.value("sections", Json::object()));
    if (kind == "case.closed") return "case closed" + (content.contains("why") ? ": " + text_at(content, "why") : "");
    if (kind == "photo.added") return described_photo(content) + taken_over(content);
    if (kind == "attachment.added")
        return "attachment " + std::to_string(content.value("number", 0)) + " taken in from " + text_at(content, "name") +
               taken_over(content);
    if (kind == "record.fixed")
        return described_record(content) + " fixed, content " + text_at(content, "content_hash").substr(0, 16);
    if (kind == "record.issued")
        return described_record(content) + " issued in " +
               std::to_string(content.value("copies", Json::array()).size()) + " copies" +
               described_promises(content);
    if (kind == "deadlines.set") return "deadlines: " + described_deadlines(content);
    if (kind == "deadline.met") return "deadline '" + text_at(content, "deadline") + "' met: " + text_at(content, "how");
    if (kind == "draft.handed_over") return "draft of " + text_at(content, "form") + " handed to " + text_at(content, "to");
    if (kind == "dossier.made")
        return "dossier made" + (text_at(content, "for") == "complete" ? "" : " for " + text_at(content, "for")) +
               ", SHA-256 of the zip " + text_at(content, "sha256");
    if (kind == "timestamp.token")
        return "timestamp of " + text_at(content, "time") + " by " + text_at(content, "authority") + " over the first " +
               std::to_string(number_at(content, "size")) + " events";
    if (kind == "note.added") return described_note(content);
    if (const std::string happened = described_life(kind, content); !happened.empty()) return happened;
    return kind;
}

}  // namespace

Trail pull_trail(const Workplace& workplace, const std::string& case_number) {
    const Vault vault = open_vault(workplace, Access::read);
    (void)existing_case(vault, case_number);
    Trail trail{case_number, vault.public_key().substr(0, vault.public_key().find('+')), vault.size(), {}};
    const std::vector<EventEntry> events = vault.events(case_number);
    const Witnesses witnesses(vault, events);
    for (const EventEntry& entry : events) {
        TrailLine line;
        line.seq = entry.header.seq;
        line.case_seq = entry.header.in_case ? entry.header.in_case->seq : 0;
        line.kind = entry.header.kind;
        line.time = to_rfc3339(entry.header.time);
        line.clock_behind = entry.header.behind;
        line.staff = entry.header.staff;
        line.who = staff_name(vault.settings(), entry.header.staff);
        line.header = to_hex(entry.header_hash);
        line.payload = to_hex(entry.header.payload);
        line.is_erased = !entry.payload.has_value();
        line.what = entry.payload ? describe(line.kind, entry.payload->content) : "payload erased";
        if (entry.payload) line.objects = entry.payload->objects;
        line.paper = witnesses.paper(line.seq);
        line.timestamp = witnesses.timestamp(line.seq);
        trail.lines.push_back(std::move(line));
    }
    return trail;
}

Json to_json(const Trail& trail) {
    Json events = Json::array();
    for (const TrailLine& line : trail.lines) {
        Json objects = Json::array();
        for (const ObjectRef& object : line.objects)
            objects.push_back({{"sha256", to_hex(object.sha256)}, {"bytes", object.bytes}, {"role", object.role}});
        events.push_back({{"seq", line.seq}, {"case_seq", line.case_seq}, {"kind", line.kind},
                          {"time", line.time}, {"clock_behind", line.clock_behind}, {"staff", line.staff},
                          {"who", line.who}, {"what", line.what}, {"header", line.header},
                          {"payload", line.payload}, {"erased", line.is_erased}, {"objects", objects},
                          {"paper", line.paper ? to_json(*line.paper) : Json()},
                          {"timestamp", line.timestamp ? to_json(*line.timestamp) : Json()}});
    }
    return {{"case", trail.case_number}, {"log", trail.log}, {"log_size", trail.log_size}, {"events", events}};
}

}  // namespace ugoda
