// Records, their copies and signatures: part of workflow/trail_tables.h.
#include <algorithm>

#include "base/json_values.h"
#include "document/directives.h"
#include "document/labels.h"
#include "workflow/consents.h"
#include "workflow/record_facts.h"
#include "workflow/trail_tables.h"

namespace ugoda {

namespace {

constexpr std::size_t group = 4;

bool is_newest(const TrailFacts& facts, const RecordEntry& record) {
    return std::none_of(facts.records.begin(), facts.records.end(), [&](const RecordEntry& other) {
        return other.id == record.id && other.version > record.version;
    });
}

/// Each fact in a word, in the order of a record's life.
std::string state_of(const RecordEntry& record, const TrailSources& from) {
    const RecordFacts facts = facts_of(from.facts.events, record.id, record.version);
    std::string state = word(from.locale(), record.issued_seq ? "state_issued" : "state_fixed");
    const auto add = [&](bool is_so, const char* key) {
        if (is_so) state += ", " + word(from.locale(), key);
    };
    const auto is_refused = [](const Json& signature) { return text_at(signature, "how") == "refused"; };
    add(!facts.printed.empty(), "state_printed");
    add(std::any_of(facts.signed_by.begin(), facts.signed_by.end(), std::not_fn(is_refused)), "state_signed");
    add(std::any_of(facts.signed_by.begin(), facts.signed_by.end(), is_refused), "state_refused");
    add(!facts.handed_over.empty(), "state_handed_over");
    add(!facts.performed.empty(), "state_performed");
    add(facts.is_void(), "state_void");
    add(!is_newest(from.facts, record), "state_replaced");
    return state;
}

std::string version_in(const Json& content) {
    return text_at(content, "record") + " v" + std::to_string(number_at(content, "version"));
}

/// The events of one kind that may be read.
std::vector<const EventEntry*> of_kind(const TrailFacts& facts, const char* kind) {
    std::vector<const EventEntry*> events;
    for (const EventEntry& event : facts.events)
        if (event.payload && event.header.kind == kind) events.push_back(&event);
    return events;
}

std::string noted_by(const TrailSources& from, const EventEntry& event) {
    return staff_name(from.vault.settings(), event.header.staff);
}

}  // namespace

std::string version_name(const RecordEntry& record) { return record.id + " v" + std::to_string(record.version); }

Json record_rows(const TrailSources& from) {
    Json rows = Json::array();
    for (const RecordEntry& record : from.facts.records)
        rows.push_back({{"record", version_name(record)},
                        {"kind", form_label(from.locale(), record.form)},
                        {"fixed_at", exact_moment_text(record.fixed_time, from.locale())},
                        {"content_hash", in_groups(record.content_hash.substr(0, 16), group)},
                        {"state", state_of(record, from)}});
    return rows;
}

Json copy_rows(const TrailSources& from) {
    Json rows = Json::array();
    const auto row = [&](const EventEntry& event, const std::string& what, const std::string& at) {
        const Json& content = event.payload->content;
        rows.push_back({{"record", version_in(content)},
                        {"copy", std::to_string(number_at(content, "copy"))},
                        {"what", what},
                        {"at", exact_moment_text(at, from.locale())},
                        {"by", noted_by(from, event)}});
    };
    for (const EventEntry* event : of_kind(from.facts, "record.printed")) {
        const std::string printer = text_at(event->payload->content, "printer");
        row(*event, printer.empty() ? word(from.locale(), "copy_printed_elsewhere")
                                    : word(from.locale(), "copy_printed", {{"printer", printer}}),
            to_rfc3339(event->header.time));
    }
    for (const EventEntry* event : of_kind(from.facts, "record.handed_over"))
        row(*event, word(from.locale(), "copy_handed_over", {{"to", text_at(event->payload->content, "to")}}),
            text_at(event->payload->content, "at"));
    return rows;
}

Json signing_rows(const TrailSources& from) {
    Json rows = Json::array();
    for (const EventEntry* event : of_kind(from.facts, "record.signed")) {
        const Json& content = event->payload->content;
        const std::string place = text_at(content, "place");
        rows.push_back({{"record", version_in(content)},
                        {"signer", text_at(content, "name") + " (" +
                                       label_of(from.locale(), "signer_role", text_at(content, "role")) + ")"},
                        {"how", label_of(from.locale(), "signing_how", text_at(content, "how"))},
                        {"at", exact_moment_text(text_at(content, "at"), from.locale()) +
                                   (place.empty() ? "" : ", " + place)},
                        {"host", noted_by(from, *event)}});
    }
    return rows;
}

Json consent_rows(const TrailSources& from) {
    Json rows = Json::array();
    for (const RecordEntry& record : from.facts.records) {
        if (record.form != "consent" || !record.issued_seq) continue;
        const Json answers = answers_of(from.vault, record);
        for (const char* field : {"consent_given", "health_data_consent", "photo_doc_consent", "photo_marketing_consent"}) {
            const std::string answer = text_at(answers, field);
            if (answer.empty()) continue;
            rows.push_back({{"record", version_name(record)},
                            {"consent", field_label(from.locale(), field)},
                            {"answer", label_of(from.locale(), field, answer)},
                            {"informed_by", text_at(answers, "informing_person")}});
        }
    }
    return rows;
}

}  // namespace ugoda
