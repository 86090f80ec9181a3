#include "workflow/open_case.h"

#include <algorithm>

#include "base/error.h"
#include "base/json_values.h"
#include "base/text.h"
#include "casefile/record_id.h"
#include "intake/answers.h"
#include "workflow/arrivals.h"
#include "workflow/case_deadlines.h"
#include "workflow/case_reader.h"
#include "workflow/case_standing.h"
#include "workflow/decisions.h"
#include "workflow/former_visits.h"
#include "workflow/named_files.h"
#include "workflow/record_wording.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// As forms name their sections; other names say nothing to any form.
bool is_section_name(const std::string& name) {
    return name.size() <= 64 && std::all_of(name.begin(), name.end(),
                                            [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

/// The file's sections: everything that is an object or list, but the salon's own.
Json sections_of(const Json& file) {
    Json sections = Json::object();
    for (const auto& member : file.items())
        if (member.key() != "salon" && member.key() != "tests" && member.key() != "visits" && is_section_name(member.key()) &&
            (member.value().is_object() || member.value().is_array()))
            sections[member.key()] = member.value();
    return sections;
}

/// All that was ever added to a case is read as one text, so it must stay within the limits.
void require_room(const std::string& name, const Json& held, const Json& sections) {
    constexpr std::size_t most = 4u << 20;
    if (canonical_json(held).size() + canonical_json(sections).size() > most)
        throw Error(Fault::input, name, "would hold more than 4 MB of answers",
                    "bring long texts as documents, with ugoda attach");
}

/// Theirs, as far as a person would look for it: REK/2026/014.
Findings check_twice(const Vault& vault, const Json& sections) {
    const std::string theirs = text_at(sections.value("intake", Json()), "case_number");
    if (theirs.empty()) return {};
    const std::vector<std::string> others = vault.cases_called(theirs);
    if (others.empty()) return {};
    return {{"intake.case_number",
             "'" + one_line(theirs) + "' is also the number of case " + others.front(),
             "look whether the same complaint is opened twice", Level::note}};
}

Json opening_content(const std::string& number, const Json& file, const Json& sections) {
    Json content = {{"case", number}, {"sections", sections}};
    for (const char* key : {"title", "language", "jurisdiction", "region"})
        if (!text_at(file, key).empty()) content[key] = text_at(file, key);
    return content;
}

bool is_visit(const std::string& number) {
    const auto parsed = parse_case_number(number);
    return parsed && parsed->is_visit;
}

int year_of(Instant now) { return std::stoi(to_rfc3339(now).substr(0, 4)); }

/// Only a case that is opened refers to visits.
Findings note_if_visits_named(const Json& file) {
    if (!file.contains("visits")) return {};
    return {{"visits", "is of no use here", "name visits when you open a case", Level::note}};
}

CaseOutcome add(const Workplace& workplace, const std::string& number, const fs::path& case_file) {
    const Json file = read_case_file(case_file);
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    CaseOutcome outcome{{}, note_if_closed(existing_case(vault, number))};
    append(outcome.findings, check_salon(file, vault.settings()));
    append(outcome.findings, check_sections(file, form_sections(own_first(workplace))));
    append(outcome.findings, note_if_visits_named(file));
    if (worst(outcome.findings) == Level::stop) return outcome;
    Arrivals arrivals = take_named_files(file, case_file, vault, workplace);
    append(outcome.findings, arrivals.findings);
    append(outcome.findings, check_used_before(vault, arrivals));
    append(outcome.findings, compare_phases(vault, number, arrivals));
    if (worst(outcome.findings) == Level::stop) return outcome;

    store_objects(vault, arrivals, workplace.progress);
    const Json sections = sections_of(file);
    const DeadlineBook book = load_deadlines(workplace);
    vault.write([&](Writer& writer) {
        const CaseEntry entry = existing_case(vault, number);
        require_room(called(number), entry.sections, sections);
        writer.append({"case.added", number, {{"case", number}, {"sections", sections}}, {}, staff});
        if (!is_visit(number)) {
            const DutiesFound before = duties_of(book, law_of(vault, entry));
            append(outcome.findings, set_deadlines(vault, writer, book, number, before, staff));
        }
        log_arrivals(vault, writer, number, arrivals, staff);
    });
    outcome.number = number;
    return outcome;
}

}  // namespace

CaseOutcome open_case(const Workplace& workplace, const fs::path& case_file, const std::vector<std::string>& visits) {
    const Json brought = read_case_file(case_file);
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const FormerVisits former = find_visits(vault, brought, visits);
    const Json file = completed(brought, former);
    CaseOutcome outcome{{}, former.findings};
    append(outcome.findings, check_salon(file, vault.settings()));
    append(outcome.findings, check_case_file(file, form_sections(own_first(workplace))));
    if (worst(outcome.findings) == Level::stop) return outcome;
    const Json sections = sections_of(file);
    require_room("the case", Json::object(), sections);
    const DeadlineBook book = load_deadlines(workplace);
    append(outcome.findings, check_twice(vault, sections));
    Arrivals arrivals = take_named_files(brought, case_file, vault, workplace);
    append(outcome.findings, arrivals.findings);
    append(outcome.findings, check_used_before(vault, arrivals, former.numbers()));
    take_over(arrivals, vault, brought, former);
    append(outcome.findings, compare_phases(vault, "", arrivals));
    if (worst(outcome.findings) == Level::stop) return outcome;

    store_objects(vault, arrivals, workplace.progress);
    vault.write([&](Writer& writer) {
        outcome.number = writer.next_case_number(year_of(writer.now()));
        Json content = opening_content(outcome.number, file, sections);
        if (!former.visits.empty()) content["visits"] = former.numbers();
        writer.append({"case.opened", outcome.number, content, {}, staff});
        append(outcome.findings, set_deadlines(vault, writer, book, outcome.number, {}, staff));
        log_arrivals(vault, writer, outcome.number, arrivals, staff);
    });
    return outcome;
}

CaseOutcome open_visit(const Workplace& workplace, const fs::path& visit_file) {
    const Json file = read_case_file(visit_file);
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    CaseOutcome outcome{{}, check_salon(file, vault.settings())};
    append(outcome.findings, check_visit_file(file, form_sections(own_first(workplace))));
    append(outcome.findings, note_if_visits_named(file));
    if (worst(outcome.findings) == Level::stop) return outcome;
    Arrivals arrivals = take_named_files(file, visit_file, vault, workplace);
    append(outcome.findings, arrivals.findings);
    append(outcome.findings, check_used_before(vault, arrivals));
    append(outcome.findings, compare_phases(vault, "", arrivals));
    if (worst(outcome.findings) == Level::stop) return outcome;

    store_objects(vault, arrivals, workplace.progress);
    vault.write([&](Writer& writer) {
        outcome.number = writer.next_visit_number(year_of(writer.now()));
        writer.append({"visit.opened", outcome.number, opening_content(outcome.number, file, sections_of(file)), {}, staff});
        log_arrivals(vault, writer, outcome.number, arrivals, staff);
    });
    return outcome;
}

CaseOutcome add_to_case(const Workplace& workplace, const std::string& number, const fs::path& case_file) {
    require_complaint(number);
    return add(workplace, number, case_file);
}

CaseOutcome add_to_visit(const Workplace& workplace, const std::string& number, const fs::path& visit_file) {
    require_visit(number);
    return add(workplace, number, visit_file);
}

CaseOutcome close_case(const Workplace& workplace, const std::string& number, const Closing& closing) {
    constexpr std::size_t longest_reason = 2000;
    if (count_code_points(closing.why) > longest_reason)
        throw Error(Fault::usage, "--why", "is longer than 2000 characters", "shorten it");
    require_complaint(number);
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    CaseOutcome outcome;
    vault.write([&](Writer& writer) {
        if (existing_case(vault, number).closed)
            throw Error(Fault::input, "case " + number, "is closed already", "see ugoda trail " + number);
        outcome.findings = missing_before_closing(vault, number, own_first(workplace));
        const Json decisions = decisions_taken(outcome.findings, {closing.despite, closing.by});
        outcome.findings = with_decisions(outcome.findings, decisions);
        if (worst(outcome.findings) >= Level::decision) return;
        Json content = {{"case", number}};
        if (!closing.why.empty()) content["why"] = clean_answer(closing.why);
        if (!decisions.is_null()) content["despite"] = decisions;
        writer.append({"case.closed", number, content, {}, staff});
        outcome.number = number;
    });
    return outcome;
}

}  // namespace ugoda
