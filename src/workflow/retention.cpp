#include "workflow/retention.h"

#include <algorithm>
#include <map>

#include "base/files.h"
#include "casefile/record_id.h"
#include "intake/deadlines.h"
#include "workflow/case_deadlines.h"

namespace ugoda {

namespace {

/// Under which id of the book each is kept; `identity` is in no book.
const std::map<std::string, std::string> sections = {
    {"client", "identity"},      {"client_card", "health"},   {"treatment", "treatment"},
    {"treatment_note", "treatment"}, {"consent", "treatment"}, {"service_spec", "treatment"},
    {"photo_sheet", "treatment"}, {"intake", "complaint"},     {"acknowledgement", "complaint"},
    {"ack", "complaint"},        {"reply", "complaint"},      {"progress", "complaint"},
    {"incident", "complaint"},   {"settlement", "settlement"},
    {"delivery_protocol", "settlement"}, {"follow_up", "complaint"}, {"corrective_action", "corrective"}};
const std::map<std::string, std::string> attachments = {
    {"receipt", "tax"}, {"quote", "tax"}, {"questionnaire", "health"}, {"medical_document", "health"},
    {"consent", "treatment"}, {"treatment_note", "treatment"}, {"device_log", "treatment"}, {"product_label", "treatment"}};

std::string first_of(const Json& told, std::initializer_list<std::pair<const char*, const char*>> paths) {
    for (const auto& [section, field] : paths)
        if (const std::string text = text_at(told.value(section, Json()), field); text.size() >= 10) return text.substr(0, 10);
    return "";
}

/// What the book calls `file`.
Json file_facts(const CaseEntry& entry, const std::vector<EventEntry>& events) {
    Json facts = {{"opened", entry.opened}};
    if (entry.closed) facts["closed"] = *entry.closed;
    for (const EventEntry& event : events) {
        if (!event.payload || event.header.kind == "erased") continue;
        const std::string time = to_rfc3339(event.header.time);
        facts["last"] = time;
        if (event.header.kind == "record.performed") facts["performed"] = text_at(event.payload->content, "at");
    }
    std::string treated = first_of(entry.sections, {{"treatment", "visit_start"}, {"consent", "consent_date"}, {"intake", "treatment_date"}});
    facts["treated"] = treated.empty() ? entry.opened.substr(0, 10) : treated;
    return facts;
}

std::string replied(const std::vector<EventEntry>& events) {
    std::string reply, moment;
    for (const EventEntry& event : events) {
        if (!event.payload) continue;
        const Json& content = event.payload->content;
        if (event.header.kind == "record.fixed" && text_at(content, "form") == "reply") reply = text_at(content, "record");
        if (event.header.kind == "record.issued" && !reply.empty() && text_at(content, "record") == reply) moment = to_rfc3339(event.header.time);
    }
    return moment;
}

}  // namespace

DeadlineBook load_retention(const Workplace& workplace) {
    const std::filesystem::path file = own_first(workplace).forms().file("law/retention.json");
    return parse_deadlines(read_file(file, 1u << 20, Fault::wording), file.string());
}

Retention::Retention(const Vault& vault, const DeadlineBook& book, const CaseEntry& entry, const std::vector<EventEntry>& events)
    : usual_(parse_case_number(entry.number)->is_visit ? "treatment" : "complaint") {
    CaseEntry known = entry;
    known.sections["file"] = file_facts(entry, events);
    if (const std::string moment = replied(events); !moment.empty()) known.sections["file"]["replied"] = moment;
    limits_ = limits_of(book, law_of(vault, known));
}

Term Retention::term(const std::string& id) const {
    Term term;
    const bool is_of_minors = id == "health" || id == "treatment" || id == "complaint" || id == "settlement";
    for (const Json& limit : limits_) {
        const std::string name = text_at(limit, "id"), until = text_at(limit, "until");
        if ((name == id || (name == "minor" && is_of_minors)) && until > term.until)
            term = {until, text_at(limit, "basis"), id == "tax"};
    }
    return term;
}

std::string Retention::category_of(const std::string& name) {
    const auto known = sections.find(name);
    return known == sections.end() ? std::string() : known->second;
}

Term Retention::of_section(const std::string& name) const {
    const std::string known = category_of(name);
    return term(known.empty() ? usual_ : known);
}

Term Retention::of_attachment(const std::string& kind) const {
    const auto known = attachments.find(kind);
    return term(known == attachments.end() ? usual_ : known->second);
}

}  // namespace ugoda
