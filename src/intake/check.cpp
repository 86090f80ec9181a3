#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/error.h"
#include "intake/answers.h"
#include "intake/expectation.h"
#include "intake/rows.h"
#include "intake/schema_check.h"

namespace ugoda {

namespace {

/// Sources that the program itself supplies: nobody can be asked for what is missing there.
bool is_ours(const std::string& path) {
    static constexpr std::array<std::string_view, 6> ours{"case.",   "record.", "file.",
                                                          "locale.", "issued.", "settings."};
    return std::any_of(ours.begin(), ours.end(),
                       [&](std::string_view prefix) { return path.starts_with(prefix); });
}

/// Where the user has to look: the section that a filled field, or one that only repeats an
/// answer of the same name, is taken from; else the form's own section.
std::string place(const Form& form, const Field& field) {
    const auto gives = [&](const Source& source) {
        return !is_ours(source.path) &&
               (field.need == Need::filled || source.path.ends_with("." + field.name));
    };
    const auto source = std::find_if(field.from.begin(), field.from.end(), gives);
    const bool is_own = field.need == Need::required || source == field.from.end();
    return is_own ? form.section + "." + field.name : source->path;
}

/// A filled field is demanded only when a section of the case file can bring it; what the
/// program supplies or works out (numbers, amounts in words, pages) is not the user's task.
bool is_demanded(const Field& field) {
    if (field.need == Need::required) return true;
    if (field.need != Need::filled || !field.words_of.empty()) return false;
    return std::any_of(field.from.begin(), field.from.end(),
                       [](const Source& source) { return !is_ours(source.path); });
}

bool is_too_long(const Field& field, const Json& value) {
    return value.is_string() &&
           (field.type == FieldType::text || field.type == FieldType::long_text);
}

Findings ill_shaped(const Form& form, const Json& answers) {
    const auto refused = refused_members(form.schema, answers);
    Findings findings;
    for (const Field& field : form.fields) {
        const auto value = answers.find(field.name);
        if (value == answers.end()) continue;
        if (!refused.contains(field.name) && !is_impossible(field, *value)) continue;
        const bool is_long = is_too_long(field, *value);
        findings.push_back({place(form, field), shown(*value) + " is not " + expectation(field),
                            is_long ? "shorten it" : "correct it", Level::stop});
    }
    return findings;
}

bool is_asked(const Field& field, const Json& answers) {
    return !answers.contains(field.name) && holds(field.when, answers);
}

bool is_told(const Findings& findings, const std::string& where) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.where == where; });
}

/// Several fields may take their part from one place (date and hour of a moment): it is missed
/// once, and the example is given only where the field stands there as such.
Findings missing(const Form& form, const Json& answers) {
    Findings findings;
    for (const Field& field : form.fields) {
        const std::string where = place(form, field);
        if (!is_demanded(field) || !is_asked(field, answers) || is_told(findings, where)) continue;
        const bool is_itself = where.ends_with("." + field.name);
        findings.push_back({where, "is missing",
                            is_itself ? "add it: " + expectation(field) : std::string("add it"),
                            Level::stop});
    }
    return findings;
}

Level level_from(const Rule& rule, const Form& form) {
    for (const Level level : {Level::note, Level::warning, Level::decision, Level::stop})
        if (to_string(level) == rule.level) return level;
    throw Error(Fault::wording, "form " + form.name,
                "rule " + rule.id + " has the unknown level '" + rule.level + "'",
                "use note, warning, decision or stop");
}

/// Rules have nothing to add about an answer that is missing or unusable.
Findings broken_rules(const Form& form, const Json& answers, const Findings& told) {
    Findings findings;
    for (const Rule& rule : form.rules)
        if (holds(rule.when, answers) && !is_told(told, rule.where))
            findings.push_back({rule.where, rule.what, rule.remedy, level_from(rule, form)});
    return findings;
}

/// What stays open for the pen, unless something graver has been said about it.
Findings left_open(const Form& form, const Json& answers, const Findings& told) {
    Findings findings;
    for (const Field& field : form.fields) {
        if (field.need != Need::expected || !is_asked(field, answers)) continue;
        const std::string where = place(form, field);
        if (!is_told(told, where))
            findings.push_back(
                {where, "is not given",
                 "add it (" + expectation(field) + ") or write it on the paper by hand",
                 Level::note});
    }
    return findings;
}

}  // namespace

Findings check(const Form& form, const Json& answers) {
    Findings findings = ill_shaped(form, answers);
    for (const Field& field : form.fields)
        if (!is_told(findings, place(form, field)) && answers.contains(field.name))
            append(findings, check_rows(field, answers.at(field.name), place(form, field)));
    append(findings, missing(form, answers));
    append(findings, broken_rules(form, answers, findings));
    append(findings, left_open(form, answers, findings));
    return findings;
}

}  // namespace ugoda
