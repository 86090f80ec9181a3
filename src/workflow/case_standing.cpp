#include "workflow/case_standing.h"

#include <algorithm>
#include <map>

#include "base/json_values.h"
#include "base/text.h"
#include "workflow/record_facts.h"
#include "workflow/record_wording.h"

namespace ugoda {

namespace {

/// The newest issued version of each form's record, unless it is void: an older one does not stand
/// up again.
std::map<std::string, RecordEntry> standing_records(const Vault& vault, const std::string& number) {
    std::map<std::string, RecordEntry> standing;
    for (RecordEntry& record : vault.records(number))
        if (record.issued_seq) standing[record.form] = std::move(record);
    std::erase_if(standing, [](const auto& each) { return each.second.is_void; });
    return standing;
}

Finding missing(const std::string& where, const std::string& what, const std::string& remedy) {
    return {where, what, remedy, Level::decision};
}

/// What the law asks for and is neither issued nor noted as met. Promises are told with their record.
Findings open_deadlines(const Vault& vault, const std::string& number) {
    Findings findings;
    for (const DueEntry& entry : vault.due(number))
        if (entry.record.empty())
            findings.push_back(missing("case " + number,
                                       "has the open deadline " + entry.item + " of " + entry.until + " (" +
                                           shortened(one_line(entry.what), 80) + ")",
                                       "issue the record that meets it, or ugoda meet " + number + ' ' + entry.item));
    return findings;
}

/// Whether that promise, or everything the record promises, was performed.
bool is_kept(const Json& promise, const RecordFacts& facts) {
    return std::any_of(facts.performed.begin(), facts.performed.end(), [&](const Json& done) {
        const std::string id = text_at(done, "promise");
        return id.empty() || id == text_at(promise, "id");
    });
}

Findings missing_of(const RecordEntry& record, const RecordFacts& facts) {
    Findings findings;
    for (const Json& signer : list_at(record.issued, "signers"))
        if (signer.is_string() && !facts.has_signed(signer.get<std::string>()))
            findings.push_back(missing(record.id, "is not signed by the " + signer.get<std::string>(),
                                       "ugoda sign " + record.id + " --as " + signer.get<std::string>()));
    for (const Json& copy : list_at(record.issued, "hand_over"))
        if (copy.is_number_integer() && !facts.has_got(copy.get<int>()))
            findings.push_back(missing(record.id, "copy " + copy.dump() + " was not handed over",
                                       "ugoda hand-over " + record.id + " --copy " + copy.dump()));
    for (const Json& promise : list_at(record.issued, "promises"))
        if (!is_kept(promise, facts))
            findings.push_back(missing(record.id, "promises " + shortened(one_line(text_at(promise, "what")), 80) +
                                                      (promise.contains("until") ? " by " + text_at(promise, "until") : "") +
                                                      ", and that is not noted as done",
                                       "ugoda perform " + record.id + " --promise " + text_at(promise, "id")));
    return findings;
}

}  // namespace

Findings missing_before_closing(const Vault& vault, const std::string& number, const Resources& resources) {
    const auto standing = standing_records(vault, number);
    const std::vector<EventEntry> events = vault.events(number);
    Findings findings;
    for (const std::string& name : form_names(resources)) {
        const Form form = load_form(resources, name);
        const bool is_needed = form.needed == "always" || standing.contains(form.needed);
        if (is_needed && !standing.contains(name))
            findings.push_back(missing("case " + number, "has no " + name, "ugoda issue " + name + ' ' + number));
    }
    append(findings, open_deadlines(vault, number));
    for (const auto& [form, record] : standing)
        append(findings, missing_of(record, facts_of(events, record.id, record.version)));
    return findings;
}

}  // namespace ugoda
