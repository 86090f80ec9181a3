#include "workflow/open_case.h"

#include <algorithm>
#include <iterator>

#include "base/error.h"
#include "base/json_values.h"
#include "base/text.h"
#include "intake/answers.h"
#include "workflow/arrivals.h"
#include "workflow/case_reader.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

bool is_photo_kind(const std::string& kind) { return kind.starts_with("photo_"); }

/// The photo_sheet entry that speaks of this attachment, else an empty object.
Json photo_entry_of(const Json& file, std::int64_t attachment_no) {
    for (const Json& entry : list_at(file.value("photo_sheet", Json()), "photos"))
        if (number_at(entry, "attachment_no") == attachment_no) return entry;
    return Json::object();
}

/// The evidence entry of that number, else an empty object.
Json evidence_of(const Json& file, std::int64_t attachment_no) {
    for (const Json& entry : list_at(file, "evidence"))
        if (attachment_no > 0 && number_at(entry, "attachment_no") == attachment_no) return entry;
    return Json::object();
}

/// What both lists of a case file say of one photograph, the photo sheet first.
Statement photo_statement(const Json& file, Json entry) {
    const Json evidence = evidence_of(file, number_at(entry, "attachment_no"));
    const std::string kind = text_at(evidence, "attachment_kind");
    if (!entry.contains("phase") && is_photo_kind(kind)) entry["phase"] = kind.substr(6);
    const auto inherit = [&](const char* key, const char* from) {
        if (!entry.contains(key) && evidence.contains(from)) entry[key] = evidence.at(from);
    };
    inherit("title", "attachment_title");
    inherit("taken_at", "made_at");
    inherit("time_source", "time_source");
    inherit("taken_by", "author");
    inherit("sha256", "sha256");
    return entry;
}

/// The entries of a list that bring a file. One without `file` is a reference only.
std::vector<Json> entries_with_files(const Json& list) {
    std::vector<Json> entries;
    std::copy_if(list.begin(), list.end(), std::back_inserter(entries),
                 [](const Json& entry) { return !text_at(entry, "file").empty(); });
    return entries;
}

/// The files that a case file names, read.
Arrivals take_files(const Json& file, const fs::path& case_file, const Vault& vault, const Workplace& workplace) {
    Arrivals arrivals;
    const Instant received = current_time(vault, workplace);
    const std::vector<Json> photos = entries_with_files(list_at(file.value("photo_sheet", Json()), "photos"));
    const std::vector<Json> evidence = entries_with_files(list_at(file, "evidence"));
    std::size_t done = 0;
    const auto located = [&](const Json& entry, auto&& take) {
        const std::string named = text_at(entry, "file");
        try {
            take(beside(case_file, named));
        } catch (const Error& error) {
            if (error.fault() != Fault::input) throw;
            arrivals.findings.push_back({error.where(), error.text(), error.remedy(), Level::stop});
        }
        tell(workplace.progress, "files", ++done, photos.size() + evidence.size());
    };
    for (const Json& entry : photos)
        located(entry, [&](const fs::path& path) {
            take_photo(arrivals, path, photo_statement(file, entry), vault, received);
        });
    for (const Json& entry : evidence)
        located(entry, [&](const fs::path& path) {
            const Json photo = photo_entry_of(file, number_at(entry, "attachment_no"));
            if (!text_at(photo, "file").empty()) return;  // taken in from the photo sheet
            if (!is_photo_kind(text_at(entry, "attachment_kind")))
                return take_attachment(arrivals, path, entry, vault);
            Json merged = photo;
            merged["attachment_no"] = number_at(entry, "attachment_no");
            take_photo(arrivals, path, photo_statement(file, merged), vault, received);
        });
    return arrivals;
}

/// The file's sections: everything that is an object or list, but the salon's own.
Json sections_of(const Json& file) {
    Json sections = Json::object();
    for (const auto& member : file.items())
        if (member.key() != "salon" && member.key() != "tests" &&
            (member.value().is_object() || member.value().is_array()))
            sections[member.key()] = member.value();
    return sections;
}

/// Theirs, as far as a person would look for it: REK/2026/014.
Findings check_twice(const Vault& vault, const Json& sections) {
    const std::string theirs = text_at(sections.value("intake", Json()), "case_number");
    if (theirs.empty()) return {};
    for (const CaseEntry& entry : vault.cases())
        if (text_at(entry.sections.value("intake", Json()), "case_number") == theirs)
            return {{"intake.case_number",
                     "'" + one_line(theirs) + "' is also the number of case " + entry.number,
                     "look whether the same complaint is opened twice", Level::note}};
    return {};
}

}  // namespace

CaseOutcome open_case(const Workplace& workplace, const fs::path& case_file) {
    const Json file = read_case_file(case_file);
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    CaseOutcome outcome;
    append(outcome.findings, check_salon(file, vault.settings()));
    append(outcome.findings, check_case_file(file));
    if (worst(outcome.findings) == Level::stop) return outcome;
    const Json sections = sections_of(file);
    append(outcome.findings, check_twice(vault, sections));
    Arrivals arrivals = take_files(file, case_file, vault, workplace);
    append(outcome.findings, arrivals.findings);
    append(outcome.findings, check_used_before(vault, arrivals));
    append(outcome.findings, compare_phases(vault, "", arrivals));
    if (worst(outcome.findings) == Level::stop) return outcome;

    store_objects(vault, arrivals, workplace.progress);
    vault.write([&](Writer& writer) {
        const int year = std::stoi(to_rfc3339(writer.now()).substr(0, 4));
        outcome.number = writer.next_case_number(year);
        Json content = {{"case", outcome.number}, {"sections", sections}};
        for (const char* key : {"title", "language", "jurisdiction", "region"})
            if (!text_at(file, key).empty()) content[key] = text_at(file, key);
        writer.append({"case.opened", outcome.number, content, {}, staff});
        log_arrivals(vault, writer, outcome.number, arrivals, staff);
    });
    return outcome;
}

CaseOutcome add_to_case(const Workplace& workplace, const std::string& number, const fs::path& case_file) {
    const Json file = read_case_file(case_file);
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    (void)existing_case(vault, number);
    CaseOutcome outcome;
    append(outcome.findings, check_salon(file, vault.settings()));
    append(outcome.findings, check_sections(file));
    if (worst(outcome.findings) == Level::stop) return outcome;
    Arrivals arrivals = take_files(file, case_file, vault, workplace);
    append(outcome.findings, arrivals.findings);
    append(outcome.findings, check_used_before(vault, arrivals));
    append(outcome.findings, compare_phases(vault, number, arrivals));
    if (worst(outcome.findings) == Level::stop) return outcome;

    store_objects(vault, arrivals, workplace.progress);
    vault.write([&](Writer& writer) {
        writer.append({"case.added", number, {{"case", number}, {"sections", sections_of(file)}}, {}, staff});
        log_arrivals(vault, writer, number, arrivals, staff);
    });
    outcome.number = number;
    return outcome;
}

CaseOutcome close_case(const Workplace& workplace, const std::string& number, const std::string& why) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    vault.write([&](Writer& writer) {
        if (existing_case(vault, number).closed)
            throw Error(Fault::input, "case " + number, "is closed already", "see ugoda trail " + number);
        Json content = {{"case", number}};
        if (!why.empty()) content["why"] = clean_answer(why);
        writer.append({"case.closed", number, content, {}, staff});
    });
    return {number, {}};
}

}  // namespace ugoda
