#include "workflow/issue_record.h"

#include <unistd.h>

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/json_values.h"
#include "base/text.h"
#include "intake/promises.h"
#include "seal/sealing.h"
#include "workflow/decisions.h"
#include "workflow/fix_record.h"
#include "workflow/issue_time.h"
#include "workflow/seals.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// A record as it is about to be fixed or, found by its content hash, was fixed before.
struct Fixed {
    RecordEntry entry;
    RecordContent content;
};

/// The decisions logged when exactly this content was fixed before, else those taken now.
Json standing_decisions(const Vault& vault, const RecordContent& content, const IssueOptions& options) {
    const auto last = latest_record(vault, content.case_number, content.wording.form.name);
    if (last && last->content_hash == content.hash && !last->is_void && last->fixed.contains("despite"))
        return last->fixed.at("despite");
    return decisions_taken(content.findings, {options.despite, options.by});
}

/// That version of that record, as the log has it now.
RecordEntry version_of(const Vault& vault, const std::string& case_number, const RecordEntry& record) {
    for (RecordEntry& entry : vault.records(case_number))
        if (entry.id == record.id && entry.version == record.version) return std::move(entry);
    throw Error(Fault::integrity, record.id, "is no longer in the log", "run ugoda verify");
}

/// What the record waits for from now on: who signs it, which copies are handed over, what it
/// promises; and which deadlines it meets.
Json awaited(const RecordContent& content) {
    const Form& form = content.wording.form;
    const Json known = derive(form, content.answers);
    Json awaited = Json::object();
    for (const Signer& signer : form.signers)
        if (holds(signer.when, known)) awaited["signers"].push_back(signer.role);
    if (!form.hand_over.empty()) awaited["hand_over"] = form.hand_over;
    if (const Json promises = promises_of(form, known); !promises.empty()) awaited["promises"] = promises;
    if (const Json met = deadlines_met(form, known); !met.empty()) awaited["meets"] = met;
    return awaited;
}

/// Nothing when exactly this was issued before: its copies are there, and are sealed. Throws before
/// anything is logged.
std::optional<Seal> seal_for(const Vault& vault, const RecordContent& content, Instant now) {
    const auto last = latest_record(vault, content.case_number, content.wording.form.name);
    const bool is_fixed = last && last->content_hash == content.hash && !last->is_void;
    if (is_fixed && last->issued_seq) return std::nullopt;
    return load_seal(vault, is_fixed ? last->fixed_time : to_rfc3339(now));
}

/// Renders every copy, seals and logs them, unless another process was quicker.
RecordEntry issue_copies(Vault& vault, const Fixed& fixed, const Press& press, const std::string& staff) {
    const std::string checkpoint = vault.signed_checkpoint(fixed.entry.fixed_seq + 1);
    const std::vector<CopyBytes> copies = render_copies(vault, fixed.content, fixed.entry, checkpoint, press);
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
        Json content = {{"case", case_number}, {"record", fixed.entry.id}, {"version", fixed.entry.version},
                        {"checkpoint", checkpoint}, {"copies", pages}, {"clauses", clauses}};
        content.update(awaited(fixed.content));
        writer.append({"record.issued", case_number, content, objects, staff});
        issued = version_of(vault, case_number, fixed.entry);
    });
    return issued;
}

/// Never over another file: two salons' records can have the same name.
void write_copy(const fs::path& file, const std::string& bytes) {
    std::error_code failed;
    if (fs::exists(file, failed)) {
        if (read_file(file, std::max<std::uintmax_t>(fs::file_size(file), 1), Fault::input) == bytes) return;
        throw Error(Fault::input, one_line(file.string()), "another file of that name is there",
                    "move it away or choose another folder with --out, then issue again: the record is kept");
    }
    write_file_durably(file, bytes, 0600);
}

std::vector<fs::path> write_copies(const Vault& vault, const RecordEntry& entry, const fs::path& out) {
    const std::string stem = entry.id + (entry.version > 1 ? "-v" + std::to_string(entry.version) : "");
    const std::string total = std::to_string(number_at(entry.fixed, "copies"));
    std::vector<fs::path> files;
    for (const ObjectRef& object : entry.issued_objects) {
        if (!object.role.starts_with("copy ")) continue;
        files.push_back(out / (stem + "_" + object.role.substr(5) + "of" + total + ".pdf"));
        write_copy(files.back(), vault.object(object.sha256));
    }
    return files;
}

void check_out_folder(const fs::path& out) {
    std::error_code failed;
    if (!fs::is_directory(out, failed))
        throw Error(Fault::input, one_line(out.string()), "is not a folder", "make it first, or choose another with --out");
    if (::access(out.c_str(), W_OK | X_OK) != 0)
        throw Error(Fault::storage, one_line(out.string()), "cannot be written to", "choose another folder with --out");
}

/// For reading only: decisions can wait, and are told.
Issued draft(const RecordContent& content, const Resources& resources, const fs::path& out, Instant now) {
    Issued made;
    made.findings = content.findings;
    if (worst(made.findings) == Level::stop) return made;
    for (Finding& finding : made.findings) finding.level = std::min(finding.level, Level::warning);
    const CopyBytes copy = render_draft(content, resources, now);
    append(made.findings, copy.findings);
    made.files = {out / (content.wording.form.prefix + "-draft-" + content.case_number + ".pdf")};
    write_file_durably(made.files.front(), copy.pdf, 0600);
    return made;
}

RecordRequest asked(RecordRequest request, const IssueOptions& options) {
    request.is_draft = options.is_draft;
    return request;
}

bool tells_health(const RecordContent& content) {
    const std::vector<Field>& fields = content.wording.form.fields;
    return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
        return field.health && !content.answers.value(field.name, Json()).is_null();
    });
}

/// A record is an event by itself; a draft is none, so that somebody read health data in one is.
void log_health_read(const Workplace& workplace, const RecordContent& content, const std::string& staff) {
    const Form& form = content.wording.form;
    Vault vault = open_vault(workplace, Access::write);
    vault.write([&](Writer& writer) {
        writer.append({"health.read", content.case_number,
                       {{"case", content.case_number}, {"why", "draft of " + form.name}, {"what", form.section}},
                       {}, staff});
    });
}

/// The client has it from now on.
void log_draft(Vault& vault, const RecordContent& content, const std::string& to, const std::string& staff) {
    vault.write([&](Writer& writer) {
        writer.append({"draft.handed_over", content.case_number,
                       {{"case", content.case_number}, {"form", content.wording.form.name},
                        {"content_hash", content.hash}, {"to", clean_answer(to)}, {"at", to_rfc3339(writer.now())}},
                       {}, staff});
    });
}

}  // namespace

Issued issue_record(const Workplace& workplace, const RecordRequest& request, const IssueOptions& options) {
    check_out_folder(options.out);
    if (!options.draft_to.empty() && clean_answer(options.draft_to).empty())
        throw Error(Fault::usage, "--hand-over-to", "names nobody", "name who gets the draft");
    prepare_sealing();
    const bool is_logged = !options.is_draft || !options.draft_to.empty();
    Vault vault = open_vault(workplace, is_logged ? Access::write : Access::read);
    const std::string staff = acting_staff(vault, workplace);
    const CaseEntry entry = existing_case(vault, request.case_number);
    const std::string locale =
        request.locale.empty() ? text_at(vault.settings(), "locale") : request.locale;
    RecordContent content =
        gather_content(vault, entry, load_wording(own_first(workplace), request.form, locale), asked(request, options));
    append(content.findings, note_if_closed(entry));
    if (options.is_draft) {
        if (worst(content.findings) != Level::stop && tells_health(content)) log_health_read(workplace, content, staff);
        Issued made = draft(content, workplace.resources, options.out, current_time(vault, workplace));
        if (is_logged && !made.files.empty()) log_draft(vault, content, options.draft_to, staff);
        return made;
    }
    const Json decisions = standing_decisions(vault, content, options);
    Issued issued;
    issued.findings = with_decisions(content.findings, decisions);
    if (worst(issued.findings) >= Level::decision) return issued;

    const Instant now = current_time(vault, workplace);
    const std::optional<Seal> seal = seal_for(vault, content, now);
    append(issued.findings, rehearse(vault, content, workplace.resources, now));
    IssueTime time(vault);
    RecordEntry record = fix_record(vault, content, decisions, staff);
    try {
        if (!record.issued_seq)
            record = issue_copies(vault, {record, content},
                                  {workplace.resources, seal.value(), time.timestamper(), workplace.progress}, staff);
        issued.files = write_copies(vault, record, options.out);
    } catch (const Error& error) {  // the record is in the log by now
        if (error.fault() != Fault::storage) throw;
        throw Error(Fault::storage, error.where(), error.text(), error.remedy() + ", then issue again: the record is kept");
    }
    issued.record = record.id;
    issued.version = record.version;
    append(issued.findings, time.stamp(vault, workplace, staff));
    append(issued.findings, unapproved_clauses(vault.settings(), vault.approvals(), content.wording, record));
    return issued;
}

}  // namespace ugoda
