#include "workflow/show_cases.h"

#include "base/error.h"
#include "base/json_values.h"
#include "casefile/photo.h"
#include "casefile/record_id.h"
#include "workflow/case_standing.h"
#include "workflow/record_facts.h"

namespace ugoda {

std::vector<CaseSummary> list_cases(const Workplace& workplace) {
    const Vault vault = open_vault(workplace, Access::read);
    return vault.cases();
}

std::vector<CaseSummary> list_visits(const Workplace& workplace) {
    return open_vault(workplace, Access::read).visits();
}

namespace {

/// Cases are shown even where the program's own forms are lost.
Findings missing_if_known(const Vault& vault, const std::string& number, const Workplace& workplace) {
    try {
        return missing_before_closing(vault, number, own_first(workplace));
    } catch (const Error& error) {
        if (error.fault() != Fault::storage && error.fault() != Fault::wording) throw;
        return {{"forms", "cannot be read, so it is not known what is missing: " + error.text(), error.remedy(), Level::note}};
    }
}

CaseSummary summary_of(const Vault& vault, const std::string& number) {
    if (auto summary = vault.find_summary(number)) return std::move(*summary);
    throw Error(Fault::integrity, called(number), "is missing in the lists", "run ugoda reindex");
}

CaseDetails show(const Vault& vault, const std::string& number) {
    const CaseEntry entry = existing_case(vault, number);
    CaseDetails details;
    details.summary = summary_of(vault, number);
    for (const Json& visit : list_at(entry.about, "visits")) details.visits.push_back(visit.get<std::string>());
    details.cases = vault.cases_after(number);
    for (const auto& section : entry.sections.items())
        if (!is_blank(section.value())) details.sections.push_back(section.key());
    for (const PhotoEntry& photo : vault.photos(number)) {
        const PhotoFacts facts = photo_facts_from(photo.content.at("facts"));
        details.photos.push_back({{"number", photo.number},
                                  {"phase", text_at(photo.content, "phase")},
                                  {"name", text_at(photo.content, "name")},
                                  {"received", photo.received},
                                  {"visit", text_at(photo.content, "visit")},
                                  {"facts", to_json(facts)},
                                  {"findings", photo.content.value("findings", Json::array())},
                                  {"attachment_no", photo.content.value("attachment_no", 0)},
                                  {"sha256", to_hex(photo.original.sha256)}});
    }
    for (const AttachmentEntry& attachment : vault.attachments(number))
        details.attachments.push_back({{"number", attachment.number},
                                       {"kind", text_at(attachment.content, "attachment_kind")},
                                       {"title", text_at(attachment.content, "attachment_title")},
                                       {"name", text_at(attachment.content, "name")},
                                       {"received", attachment.received},
                                       {"visit", text_at(attachment.content, "visit")},
                                       {"sha256", to_hex(attachment.original.sha256)}});
    const std::vector<EventEntry> events = vault.events(number);
    for (const RecordEntry& record : vault.records(number))
        details.records.push_back({record.id, record.form,
                                   status_line(record, facts_of(events, record.id, record.version)),
                                   record.issued_seq ? record.issued_time : record.fixed_time, record.is_void,
                                   record.version, record.content_hash});
    for (const EventEntry& event : events)
        if (event.payload && event.header.kind == "note.added") details.notes.push_back(event.payload->content);
    return details;
}

}  // namespace

CaseDetails show_case(const Workplace& workplace, const std::string& number) {
    require_complaint(number);
    const Vault vault = open_vault(workplace, Access::read);
    CaseDetails details = show(vault, number);
    if (details.summary.closed.empty()) details.missing = missing_if_known(vault, number, workplace);
    details.due = due_in(vault, number, current_time(vault, workplace));
    details.deadlines = vault.deadlines(number);
    return details;
}

CaseDetails show_visit(const Workplace& workplace, const std::string& number) {
    require_visit(number);
    return show(open_vault(workplace, Access::read), number);
}

Json to_json(const CaseSummary& summary) {
    const char* kind = parse_case_number(summary.number)->is_visit ? "visit" : "case";
    return {{kind, summary.number},             {"opened", summary.opened},
            {"closed", summary.closed.empty() ? Json() : Json(summary.closed)},
            {"client", summary.client},         {"client_id", summary.client_id},
            {"treatment", summary.treatment},
            {"reference", summary.reference},   {"photos", summary.photos},
            {"attachments", summary.attachments}, {"records", summary.records}};
}

Json to_json(const CaseDetails& details) {
    Json value = to_json(details.summary);
    value["visits"] = details.visits;
    value["cases"] = details.cases;
    value["sections"] = details.sections;
    value["photos"] = details.photos;
    value["attachments"] = details.attachments;
    value["records"] = Json::array();
    for (const RecordSummary& record : details.records)
        value["records"].push_back({{"record", record.id}, {"version", record.version}, {"form", record.form},
                                    {"status", record.status}, {"time", record.time},
                                    {"void", record.is_void}, {"content_hash", record.content_hash}});
    value["notes"] = details.notes;
    value["missing"] = Json::array();
    for (const Finding& finding : details.missing)
        value["missing"].push_back({{"where", finding.where}, {"what", finding.what}, {"remedy", finding.remedy}});
    value["deadlines"] = details.deadlines;
    value["due"] = Json::array();
    for (const DueItem& item : details.due) value["due"].push_back(to_json(item));
    return value;
}

}  // namespace ugoda
