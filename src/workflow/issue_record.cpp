#include "workflow/issue_record.h"

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "workflow/fix_record.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// A record as it is about to be fixed or, found by its content hash, was fixed before.
struct Fixed {
    RecordEntry entry;
    RecordContent content;
};

/// Decisions were taken by a person who is named; they become warnings.
Findings decided(Findings findings, const IssueOptions& options) {
    if (options.despite.empty() || options.by.empty()) return findings;
    for (Finding& finding : findings)
        if (finding.level == Level::decision) {
            finding.level = Level::warning;
            finding.remedy = "decided by " + one_line(options.by) + ": " + one_line(options.despite);
        }
    return findings;
}

Json despite_note(const Findings& before, const IssueOptions& options) {
    Json decisions = Json::array();
    for (const Finding& finding : before)
        if (finding.level == Level::decision)
            decisions.push_back({{"where", finding.where}, {"what", finding.what}});
    if (decisions.empty()) return Json();
    return {{"reason", clean_answer(options.despite)}, {"by", clean_answer(options.by)}, {"decisions", decisions}};
}

/// That version of that record, as the log has it now.
RecordEntry version_of(const Vault& vault, const std::string& case_number, const RecordEntry& record) {
    for (RecordEntry& entry : vault.records(case_number))
        if (entry.id == record.id && entry.version == record.version) return std::move(entry);
    throw Error(Fault::integrity, record.id, "is no longer in the log", "run ugoda verify");
}

/// Renders every copy and logs them, unless another process was quicker.
RecordEntry issue_copies(Vault& vault, const Fixed& fixed, const Resources& resources, const std::string& staff) {
    const std::string checkpoint = vault.signed_checkpoint(fixed.entry.fixed_seq + 1);
    const std::vector<CopyBytes> copies = render_copies(vault, fixed.content, fixed.entry, resources, checkpoint);
    std::vector<ObjectRef> objects;
    Json pages = Json::array(), clauses = Json::array();
    for (const CopyBytes& copy : copies) {
        const std::string number = std::to_string(copy.number);
        objects.push_back(vault.put(copy.pdf, "copy " + number));
        objects.push_back(vault.put(canonical_json(to_json(copy.map)), "layout " + number));
        pages.push_back({{"copy", copy.number}, {"pages", copy.map.pages}});
    }
    for (const ClauseUse& clause : copies.front().clauses)
        clauses.push_back({{"id", clause.id}, {"tag", clause.tag}});
    const std::string& case_number = fixed.content.case_number;
    RecordEntry issued;
    vault.write([&](Writer& writer) {
        issued = version_of(vault, case_number, fixed.entry);
        if (issued.issued_seq) return;
        writer.append({"record.issued", case_number,
                       {{"case", case_number}, {"record", fixed.entry.id}, {"version", fixed.entry.version},
                        {"checkpoint", checkpoint}, {"copies", pages}, {"clauses", clauses}},
                       objects, staff});
        issued = version_of(vault, case_number, fixed.entry);
    });
    return issued;
}

std::vector<fs::path> write_copies(const Vault& vault, const RecordEntry& entry, const fs::path& out) {
    const std::string stem = entry.id + (entry.version > 1 ? "-v" + std::to_string(entry.version) : "");
    const std::string total = std::to_string(entry.fixed.value("copies", 2));
    std::vector<fs::path> files;
    for (const ObjectRef& object : entry.issued_objects) {
        if (!object.role.starts_with("copy ")) continue;
        const fs::path file = out / (stem + "_" + object.role.substr(5) + "of" + total + ".pdf");
        write_file_durably(file, vault.object(object.sha256), 0600);
        files.push_back(file);
    }
    return files;
}

void check_out_folder(const fs::path& out) {
    std::error_code failed;
    if (!fs::is_directory(out, failed))
        throw Error(Fault::input, one_line(out.string()), "is not a folder", "make it first, or choose another with --out");
}

}  // namespace

Issued issue_record(const Workplace& workplace, const RecordRequest& request, const IssueOptions& options) {
    check_out_folder(options.out);
    Vault vault = open_vault(workplace, options.is_draft ? Access::read : Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const CaseEntry entry = existing_case(vault, request.case_number);
    const std::string locale =
        request.locale.empty() ? vault.settings().value("locale", std::string()) : request.locale;
    Issued issued;
    const RecordContent content =
        gather_content(vault, entry, load_wording(workplace.resources, request.form, locale), request);
    issued.findings = decided(content.findings, options);
    if (worst(issued.findings) >= Level::decision) return issued;

    if (options.is_draft) {
        const CopyBytes copy = render_draft(content, workplace.resources, current_time(vault, workplace));
        const fs::path file = options.out / (content.wording.form.prefix + "-draft-" + entry.number + ".pdf");
        write_file_durably(file, copy.pdf, 0600);
        issued.files = {file};
        append(issued.findings, copy.findings);
        return issued;
    }
    RecordEntry record = fix_record(vault, content, despite_note(content.findings, options), staff);
    if (!record.issued_seq) record = issue_copies(vault, {record, content}, workplace.resources, staff);
    issued.record = record.id;
    issued.version = record.version;
    issued.files = write_copies(vault, record, options.out);
    append(issued.findings, unapproved_clauses(vault.settings(), content.wording, record));
    return issued;
}

}  // namespace ugoda
