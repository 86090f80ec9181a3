#include "workflow/withdraw_consent.h"

#include <algorithm>

#include "base/error.h"
#include "base/json_values.h"
#include "base/text.h"
#include "casefile/calendar.h"
#include "casefile/record_id.h"
#include "intake/answers.h"
#include "workflow/clients.h"
#include "workflow/consents.h"

namespace ugoda {

namespace {

constexpr int days_to_take_down = 7;  // as clause I-04 of the consent promises

/// The answer that gives a consent; a treatment's is not set back, as what was done was consented to.
std::string answer_of(const std::string& consent) {
    if (consent == "health_data") return "health_data_consent";
    if (consent == "photo_documentation") return "photo_doc_consent";
    return consent == "photo_marketing" ? "photo_marketing_consent" : "";
}

Consent in_force(const Vault& vault, const std::string& named, const std::string& what) {
    const auto case_number = parse_record_id(named) ? vault.case_of(named) : std::nullopt;
    const std::vector<std::string> numbers = case_number ? std::vector{*case_number} : existing_client(vault, named).numbers();
    for (const Consent& consent : consents_of(vault, numbers))
        if (consent.what == what && (consent.state == "in_force" || consent.state == "partly") &&
            (!case_number || consent.record == named))
            return consent;
    throw Error(Fault::input, "'" + shortened(one_line(named), 80) + "'", "has no consent to " + what + " in force",
                "see ugoda client show");
}

RecordEntry entry_of(const Vault& vault, const Consent& consent) {
    for (RecordEntry& entry : vault.records(consent.number))
        if (entry.id == consent.record && entry.version == consent.version) return std::move(entry);
    throw Error(Fault::integrity, consent.record, "is no longer in the log", "run ugoda verify");
}

std::string moment(const std::string& stated, const Consent& consent, Instant now) {
    if (stated.empty()) return to_rfc3339(now);
    std::string text = with_seconds(stated);
    const auto at = parse_rfc3339(text), issued = parse_rfc3339(consent.issued);
    if (!at)
        throw Error(Fault::usage, "--at", "'" + shortened(one_line(stated), 40) + "' is no moment with its offset",
                    "write it like 2026-03-12T17:30+01:00");
    if (at->seconds > now.seconds) throw Error(Fault::usage, "--at", "lies ahead", "log it once it has happened");
    if (issued && at->seconds < issued->seconds)
        throw Error(Fault::usage, "--at", "is before the consent was issued", "correct it");
    return text;
}

/// The answers of the consent as it stands, with the withdrawal.
Json answers_with(Json answers, const Withdrawal& withdrawal, const std::string& at, const Json& texts) {
    Json scope = list_at(answers, "withdrawn_scope");
    if (std::find(scope.begin(), scope.end(), withdrawal.consent) == scope.end()) scope.push_back(withdrawal.consent);
    std::string actions;
    for (const Json& each : scope) {
        const std::string text = text_at(texts, "withdrawn_" + each.get<std::string>());
        actions += (actions.empty() || text.empty() ? "" : " ") + text;
    }
    answers["withdrawn_scope"] = scope;
    answers["withdrawn_at"] = at;
    answers["withdrawn_how"] = withdrawal.how;
    answers["withdrawn_received_by"] = withdrawal.received_by;
    answers["withdrawal_actions"] = actions;
    if (const std::string field = answer_of(withdrawal.consent); !field.empty()) answers[field] = "withdrawn";
    if (withdrawal.consent == "photo_marketing")
        answers["removal_due"] = to_iso(plus_days(parse_date(at.substr(0, 10)).value(), days_to_take_down));
    return answers;
}

void log(Vault& vault, const std::string& named, const Consent& consent, const Withdrawal& withdrawal, const std::string& at,
         const std::string& staff) {
    vault.write([&](Writer& writer) {
        if (in_force(vault, named, withdrawal.consent).record != consent.record)
            throw Error(Fault::input, consent.record, "was replaced a moment ago", "try again");
        writer.append({"consent.withdrawn", consent.number,
                       {{"case", consent.number}, {"record", consent.record}, {"version", consent.version},
                        {"consent", withdrawal.consent}, {"how", withdrawal.how}, {"at", at},
                        {"received_by", withdrawal.received_by}},
                       {}, staff});
    });
}

Findings without_confirmation(Findings findings, const Consent& consent) {
    for (Finding& finding : findings) finding.level = std::min(finding.level, Level::warning);
    findings.push_back({consent.record, "the withdrawal counts, but its confirmation could not be made",
                        "see what is missing, then ugoda issue consent " + consent.number, Level::warning});
    return findings;
}

}  // namespace

Withdrawn withdraw_consent(const Workplace& workplace, const std::string& named, const Withdrawal& asked,
                           const std::filesystem::path& out) {
    Withdrawal withdrawal = asked;
    std::string at, locale;
    Json answers, texts;
    Consent consent;
    {
        Vault vault = open_vault(workplace, Access::write);
        const std::string staff = acting_staff(vault, workplace);
        withdrawal.received_by = clean_answer(asked.received_by);
        if (withdrawal.received_by.empty()) withdrawal.received_by = staff_name(vault.settings(), staff);
        consent = in_force(vault, named, withdrawal.consent);
        at = moment(withdrawal.at, consent, current_time(vault, workplace));
        const RecordEntry entry = entry_of(vault, consent);
        locale = text_at(entry.fixed, "locale");
        answers = answers_of(vault, entry);
        texts = load_wording(own_first(workplace), "consent", locale).locale.labels.value("texts", Json::object());
        log(vault, named, consent, withdrawal, at, staff);
    }
    Withdrawn withdrawn{consent.record, {}, {}};
    // What was decided about the consent itself was decided then; taking it back needs no decision.
    withdrawn.confirmation = issue_record(workplace, {"consent", consent.number, answers_with(answers, withdrawal, at, texts), locale},
                                          {out, false, "confirmation of a withdrawal", withdrawal.received_by, ""});
    withdrawn.findings = withdrawn.confirmation.record.empty() ? without_confirmation(withdrawn.confirmation.findings, consent)
                                                               : withdrawn.confirmation.findings;
    return withdrawn;
}

}  // namespace ugoda
