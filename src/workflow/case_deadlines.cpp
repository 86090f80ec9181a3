#include "workflow/case_deadlines.h"

#include <algorithm>

#include "base/files.h"

namespace ugoda {

DeadlineBook load_deadlines(const Workplace& workplace) {
    const std::filesystem::path file = own_first(workplace).forms().file("law/deadlines.json");
    return parse_deadlines(read_file(file, 1u << 20, Fault::wording), file.string());
}

CaseUnderLaw law_of(const Vault& vault, const CaseEntry& entry) {
    const std::string locale = text_at(vault.settings(), "locale");
    std::string country = text_at(entry.about, "jurisdiction");
    if (country.empty() && locale.size() > 3) country = locale.substr(3);
    std::string zone = text_at(vault.settings(), "time_zone");
    return {entry.sections, std::move(country), text_at(entry.about, "region"), zone.empty() ? "UTC" : zone};
}

Findings set_deadlines(const Vault& vault, Writer& writer, const DeadlineBook& book, const std::string& case_number,
                       const DutiesFound& before, const std::string& staff) {
    const CaseEntry entry = existing_case(vault, case_number);
    DutiesFound found = duties_of(book, law_of(vault, entry));
    if (found.duties != before.duties)
        writer.append({"deadlines.set", case_number, {{"case", case_number}, {"deadlines", found.duties}}, {}, staff});
    std::erase_if(found.findings, [&](const Finding& finding) {
        return std::find(before.findings.begin(), before.findings.end(), finding) != before.findings.end();
    });
    return found.findings;
}

Json dates_for_forms(const Vault& vault, const std::string& case_number) {
    Json dates = Json::object();
    for (const Json& deadline : vault.deadlines(case_number)) {
        const std::string id = text_at(deadline, "id");
        if (id == "acknowledgement") dates["ack_due"] = text_at(deadline, "due");
        if (id == "reply") dates["reply_due"] = text_at(deadline, "due");
    }
    return dates;
}

}  // namespace ugoda
