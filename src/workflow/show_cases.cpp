#include "workflow/show_cases.h"

#include "casefile/photo.h"

namespace ugoda {

namespace {

std::string section_text(const CaseEntry& entry, const char* section, const char* field) {
    return text_at(entry.sections.value(section, Json::object()), field);
}

CaseSummary summarise(const CaseEntry& entry) {
    CaseSummary summary;
    summary.number = entry.number;
    summary.opened = entry.opened;
    summary.closed = entry.closed.value_or("");
    summary.client = section_text(entry, "client", "client_name");
    summary.treatment = section_text(entry, "intake", "treatment_name");
    summary.reference = section_text(entry, "intake", "case_number");
    summary.photos = entry.photos;
    summary.attachments = entry.attachments;
    summary.records = entry.records;
    return summary;
}

}  // namespace

std::vector<CaseSummary> list_cases(const Workplace& workplace) {
    const Vault vault = open_vault(workplace, Access::read);
    std::vector<CaseSummary> list;
    for (const CaseEntry& entry : vault.cases()) list.push_back(summarise(entry));
    return list;
}

CaseDetails show_case(const Workplace& workplace, const std::string& number) {
    const Vault vault = open_vault(workplace, Access::read);
    const CaseEntry entry = existing_case(vault, number);
    CaseDetails details;
    details.summary = summarise(entry);
    for (const auto& section : entry.sections.items())
        if (!is_blank(section.value())) details.sections.push_back(section.key());
    for (const PhotoEntry& photo : vault.photos(number)) {
        const PhotoFacts facts = photo_facts_from(photo.content.at("facts"));
        details.photos.push_back({{"number", photo.number},
                                  {"phase", text_at(photo.content, "phase")},
                                  {"name", text_at(photo.content, "name")},
                                  {"received", photo.received},
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
                                       {"sha256", to_hex(attachment.original.sha256)}});
    for (const RecordEntry& record : vault.records(number))
        details.records.push_back({record.id, record.form, record.issued_seq ? "issued" : "fixed",
                                   record.issued_seq ? record.issued_time : record.fixed_time,
                                   record.version, record.content_hash});
    return details;
}

Json to_json(const CaseSummary& summary) {
    return {{"case", summary.number},           {"opened", summary.opened},
            {"closed", summary.closed.empty() ? Json() : Json(summary.closed)},
            {"client", summary.client},         {"treatment", summary.treatment},
            {"reference", summary.reference},   {"photos", summary.photos},
            {"attachments", summary.attachments}, {"records", summary.records}};
}

Json to_json(const CaseDetails& details) {
    Json value = to_json(details.summary);
    value["sections"] = details.sections;
    value["photos"] = details.photos;
    value["attachments"] = details.attachments;
    value["records"] = Json::array();
    for (const RecordSummary& record : details.records)
        value["records"].push_back({{"record", record.id}, {"version", record.version}, {"form", record.form},
                                    {"status", record.status}, {"time", record.time},
                                    {"content_hash", record.content_hash}});
    return value;
}

}  // namespace ugoda
