#include "intake/deadlines.h"

#include "base/clock.h"
#include "base/error.h"
#include "base/text.h"
#include "casefile/calendar.h"
#include "intake/answers.h"
#include "intake/comparison.h"

namespace ugoda {

namespace {

/// Every member of every section under its path, `intake.received_at`, as conditions name it.
Json by_path(const Json& sections) {
    Json facts = Json::object();
    for (const auto& section : sections.items())
        if (section.value().is_object())
            for (const auto& member : section.value().items())
                facts[section.key() + "." + member.key()] = cleaned(member.value());
    return facts;
}

/// A date or moment as people write it.
std::string time_at(const Json& facts, const std::string& path) {
    const std::string text = with_seconds(text_at(facts, path));
    return parse_rfc3339(text) || parse_date(text) ? text : std::string();
}

/// Whoever judges a condition knows nothing of the file it stands in.
bool applies(const DeadlineRule& rule, const Json& facts, const std::string& file) {
    try {
        return holds(rule.when, facts);
    } catch (const Error& error) {
        throw Error(error.fault(), file + ": deadline " + rule.id, error.text(), error.remedy());
    }
}

/// The rule of each id that is nearest and holds.
template <typename Use>
void for_each_applying(const DeadlineBook& book, const CaseUnderLaw& law, const Json& facts, DeadlineKind kind,
                       const Use& use) {
    for (const auto& rules : rules_for(book, law.country, region_code(book, law.region)))
        for (const DeadlineRule* rule : rules) {
            if (!applies(*rule, facts, book.where)) continue;
            if (rule->kind == kind) use(*rule);
            break;
        }
}

struct Counted {
    std::string from;  ///< path
    std::string start, end;
};

std::optional<Counted> counted(const DeadlineRule& rule, const Json& facts, const std::string& time_zone) {
    for (const std::string& path : rule.counts_from) {
        const std::string start = time_at(facts, path);
        if (start.empty()) continue;
        if (auto end = end_of(*rule.length, start, time_zone)) return Counted{path, start, std::move(*end)};
    }
    return std::nullopt;
}

Finding not_allowed(const std::string& where, const std::string& stated, const std::string& why,
                    const Counted& law) {
    return {where, stated + " is " + why, "keep to " + law.end + ", or correct the date", Level::warning};
}

/// The earliest of the law's end and what the case file itself says, if that can be right.
std::string agreed_end(const DeadlineRule& rule, const Json& facts, const Counted& law, Findings& findings) {
    std::string end = law.end;
    for (const std::string& path : rule.stated) {
        const std::string stated = time_at(facts, path);
        if (stated.empty()) continue;
        if (compare(stated, law.start) < 0)
            findings.push_back(not_allowed(path, stated, "before the day from which it counts", law));
        else if (compare(stated, law.end) > 0)
            findings.push_back(not_allowed(path, stated, "later than " + law.end + " (" + rule.basis + ")", law));
        else if (compare(stated, end) < 0)
            end = stated;
    }
    return end;
}

}  // namespace

DutiesFound duties_of(const DeadlineBook& book, const CaseUnderLaw& law) {
    const Json facts = by_path(law.sections);
    DutiesFound found;
    for_each_applying(book, law, facts, DeadlineKind::duty, [&](const DeadlineRule& rule) {
        const auto end = counted(rule, facts, law.time_zone);
        if (!end) return;
        const std::string due = agreed_end(rule, facts, *end, found.findings);
        Json duty = {{"id", rule.id},       {"what", rule.what},           {"due", due},
                     {"basis", rule.basis}, {"certainty", rule.certainty}, {"silence", rule.means},
                     {"counts_from", end->from}};
        if (due != end->end) duty["law_due"] = end->end;
        found.duties.push_back(std::move(duty));
        if (!rule.varies.empty())
            found.findings.push_back(
                {"region", "'" + rule.what + "' is counted by " + rule.basis, rule.varies, Level::note});
    });
    return found;
}

Json limits_of(const DeadlineBook& book, const CaseUnderLaw& law) {
    const Json facts = by_path(law.sections);
    Json limits = Json::array();
    for_each_applying(book, law, facts, DeadlineKind::limit, [&](const DeadlineRule& rule) {
        if (const auto end = counted(rule, facts, law.time_zone))
            limits.push_back({{"id", rule.id}, {"what", rule.what}, {"until", end->end}, {"basis", rule.basis},
                              {"certainty", rule.certainty}, {"means", rule.means}});
    });
    return limits;
}

Json notes_of(const DeadlineBook& book, const CaseUnderLaw& law) {
    const Json facts = by_path(law.sections);
    Json notes = Json::array();
    for_each_applying(book, law, facts, DeadlineKind::note, [&](const DeadlineRule& rule) {
        notes.push_back({{"id", rule.id}, {"what", rule.what}, {"term", rule.term}, {"basis", rule.basis},
                         {"certainty", rule.certainty}, {"means", rule.means}});
    });
    return notes;
}

}  // namespace ugoda
