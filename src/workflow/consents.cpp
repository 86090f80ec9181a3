#include "workflow/consents.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/json_values.h"

namespace ugoda {

namespace {

/// A kind of consent: its name in withdrawn_scope, and the answer that gives it.
struct Kind {
    const char* what;
    const char* field;
};
constexpr Kind kinds[] = {{"treatment", "consent_given"},
                          {"health_data", "health_data_consent"},
                          {"photo_documentation", "photo_doc_consent"},
                          {"photo_marketing", "photo_marketing_consent"}};

struct Issued {
    RecordEntry record;
    std::string number;
    Json answers;
    std::vector<Json> withdrawals;  ///< contents of the events after it
};

bool is_withdrawn(const Kind& kind, const Json& answers) {
    if (text_at(answers, kind.field) == "withdrawn") return true;
    if (text_at(answers, "withdrawn_at").empty()) return false;
    const Json scope = list_at(answers, "withdrawn_scope");
    return scope.empty() || std::find(scope.begin(), scope.end(), kind.what) != scope.end();
}

/// Empty: the record says nothing of it.
std::string state_of(const Kind& kind, const Json& answers) {
    if (answers.value("exists", Json(true)) == false) return "";
    if (is_withdrawn(kind, answers)) return "withdrawn";
    const std::string said = text_at(answers, kind.field);
    return said == "yes" ? "in_force" : said == "no" ? "refused" : said == "partly" ? "partly" : "";
}

/// What the log says of a withdrawal since the record was issued: its moment; empty: nothing.
std::string withdrawn_since(const Issued& issued, const Kind& kind) {
    for (const Json& withdrawal : issued.withdrawals)
        if (text_at(withdrawal, "record") == issued.record.id && text_at(withdrawal, "consent") == kind.what)
            return text_at(withdrawal, "at");
    return "";
}

std::string note_of(const Kind& kind, const std::string& state, const Json& answers) {
    if (state == "withdrawn") return text_at(answers, "withdrawn_at");
    if (kind.what == std::string("treatment")) return text_at(answers, "treatment_name");
    return kind.what == std::string("photo_marketing") ? text_at(answers, "marketing_period") : "";
}

std::vector<Json> withdrawals_after(const Vault& vault, const std::string& number, std::uint64_t issued) {
    std::vector<Json> contents;
    for (const EventEntry& event : vault.events(number))
        if (event.payload && event.header.kind == "consent.withdrawn" && event.header.seq > issued)
            contents.push_back(event.payload->content);
    return contents;
}

/// Newest first.
std::vector<Issued> issued_consents(const Vault& vault, const std::vector<std::string>& numbers) {
    std::vector<Issued> issued;
    for (const std::string& number : numbers)
        for (RecordEntry& record : records_in_force(vault, number)) {
            if (record.form != "consent") continue;
            Json answers = answers_of(vault, record);
            std::vector<Json> withdrawals = withdrawals_after(vault, number, record.issued_seq.value());
            issued.push_back({std::move(record), number, std::move(answers), std::move(withdrawals)});
        }
    std::sort(issued.begin(), issued.end(), [](const Issued& one, const Issued& other) {
        return one.record.issued_seq > other.record.issued_seq;
    });
    return issued;
}

/// The latest word on one kind.
std::vector<Consent> told_by(const std::vector<Issued>& issued, const Kind& kind) {
    for (const Issued& each : issued) {
        const auto& [record, number, answers, withdrawals] = each;
        const std::string since = withdrawn_since(each, kind);
        const std::string state = since.empty() ? state_of(kind, answers) : "withdrawn";
        if (state.empty()) continue;
        Consent consent{kind.what,   "",     state, record.id, record.version, record.issued_time,
                        number, since.empty() ? note_of(kind, state, answers) : since};
        const Json channels = list_at(answers, "marketing_channels");
        if (kind.what != std::string("photo_marketing") || channels.empty()) return {consent};
        std::vector<Consent> list;
        for (const Json& channel : channels) {
            list.push_back(consent);
            list.back().channel = channel.is_string() ? channel.get<std::string>() : channel.dump();
        }
        return list;
    }
    return {{kind.what, "", "missing", "", 0, "", "", ""}};
}

}  // namespace

std::vector<RecordEntry> records_in_force(const Vault& vault, const std::string& number) {
    std::map<std::string, RecordEntry> latest;
    for (RecordEntry& record : vault.records(number))
        if (record.issued_seq) latest[record.id] = std::move(record);
    std::vector<RecordEntry> records;
    for (auto& [id, record] : latest)
        if (!record.is_void) records.push_back(std::move(record));
    return records;
}

Json answers_of(const Vault& vault, const RecordEntry& record) {
    for (const ObjectRef& object : record.fixed_objects)
        if (object.role == "answers") try {
                return parse_json(vault.object(object.sha256), record.id).value("answers", Json::object());
            } catch (const Error& error) {
                if (error.fault() != Fault::storage) throw;
            }
    return Json::object();
}

std::vector<Consent> consents_of(const Vault& vault, const std::vector<std::string>& numbers) {
    const std::vector<Issued> issued = issued_consents(vault, numbers);
    std::vector<Consent> consents;
    for (const Kind& kind : kinds)
        for (Consent& consent : told_by(issued, kind)) consents.push_back(std::move(consent));
    return consents;
}

Json to_json(const Consent& consent) {
    return {{"what", consent.what},       {"channel", consent.channel}, {"state", consent.state},
            {"record", consent.record},   {"version", consent.version}, {"issued", consent.issued},
            {"number", consent.number},   {"note", consent.note}};
}

}  // namespace ugoda
