#include "workflow/clause_list.h"

#include <algorithm>

#include "base/digest.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "casefile/calendar.h"
#include "document/wording.h"

namespace ugoda {

namespace {

std::string locale_or_vaults(const Vault& vault, const std::string& locale) {
    return locale.empty() ? text_at(vault.settings(), "locale") : locale;
}

std::vector<std::string> forms_meant(const Resources& resources, const std::string& form,
                                     const std::string& locale) {
    if (!form.empty()) return {form};
    std::vector<std::string> forms;
    for (const std::string& name : form_names(resources))
        if (resources.templates().has(locale + "/" + name + ".md")) forms.push_back(name);
    return forms;
}

/// As they read now, and who approved exactly that.
std::vector<ClauseLine> lines_of(const Vault& vault, const RecordWording& wording) {
    const Wording parsed = parse_wording(wording.template_source);
    const std::vector<Json> approvals = vault.approvals();
    std::vector<ClauseLine> lines;
    for (const Clause& clause : parsed.clauses) {
        ClauseLine line{wording.form.name, wording.locale.name, clause.id, clause.tag, parsed.version,
                        clause_fingerprint(clause), "", ""};
        for (const Json& approval : approvals)
            if (text_at(approval, "sha256") == line.sha256 && text_at(approval, "clause") == line.id) {
                line.by = text_at(approval, "by");
                line.on = text_at(approval, "on");
            }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<ClauseLine> all_lines(const Vault& vault, const Workplace& workplace, const std::string& form,
                                  const std::string& locale) {
    const Resources resources = own_first(workplace);
    std::vector<ClauseLine> lines;
    for (const std::string& name : forms_meant(resources, form, locale))
        for (ClauseLine& line : lines_of(vault, load_wording(resources, name, locale)))
            lines.push_back(std::move(line));
    return lines;
}

Findings check_approval(const Approval& approval, Instant now) {
    Findings findings;
    if (clean_answer(approval.by).empty())
        findings.push_back({"--by", "names nobody", "name the lawyer", Level::stop});
    const auto day = parse_date(approval.on);
    if (!day)
        findings.push_back({"--on", "'" + shortened(one_line(approval.on), 40) + "' is no date",
                            "write it like 2026-04-01", Level::stop});
    else if (to_iso(*day) > to_rfc3339(now).substr(0, 10))
        findings.push_back({"--on", "lies ahead", "log it once the lawyer has approved it", Level::stop});
    return findings;
}

}  // namespace

std::vector<ClauseLine> list_clauses(const Workplace& workplace, const std::string& form, const std::string& locale) {
    const Vault vault = open_vault(workplace, Access::read);
    return all_lines(vault, workplace, form, locale_or_vaults(vault, locale));
}

Findings approve_clauses(const Workplace& workplace, const Approval& approval) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    Findings findings = check_approval(approval, current_time(vault, workplace));
    const std::vector<ClauseLine> lines =
        all_lines(vault, workplace, "", locale_or_vaults(vault, approval.locale));
    std::vector<ClauseLine> approved;
    for (const std::string& id : approval.ids) {
        const auto before = approved.size();
        std::copy_if(lines.begin(), lines.end(), std::back_inserter(approved),
                     [&](const ClauseLine& line) { return line.id == id || line.form == id; });
        if (approved.size() == before)
            findings.push_back({"clause '" + shortened(one_line(id), 40) + "'", "is not in the wordings of this locale",
                                "see ugoda clauses", Level::stop});
    }
    if (worst(findings) == Level::stop) return findings;
    vault.write([&](Writer& writer) {
        for (const ClauseLine& line : approved)
            writer.append({"clause.approved", std::nullopt,
                           {{"form", line.form}, {"locale", line.locale}, {"clause", line.id},
                            {"version", line.version}, {"sha256", line.sha256},
                            {"by", clean_answer(approval.by)}, {"on", approval.on}},
                           {}, staff});
    });
    return findings;
}

Json to_json(const ClauseLine& line) {
    return {{"form", line.form}, {"locale", line.locale}, {"clause", line.id}, {"tag", line.tag},
            {"version", line.version}, {"sha256", line.sha256},
            {"approved_by", line.by.empty() ? Json() : Json(line.by)},
            {"approved_on", line.on.empty() ? Json() : Json(line.on)}};
}

}  // namespace ugoda
