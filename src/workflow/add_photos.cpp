#include "workflow/add_photos.h"

#include "base/error.h"
#include "base/json_values.h"
#include "intake/answers.h"
#include "intake/evidence.h"
#include "workflow/arrivals.h"

namespace ugoda {

namespace {

/// What was logged, read back: the entries after the first `known`.
template <typename Entry>
Json added_since(const std::vector<Entry>& entries, std::size_t known) {
    Json added = Json::array();
    for (std::size_t i = known; i < entries.size(); ++i) {
        const std::int64_t shown = number_at(entries[i].content, "attachment_no");
        added.push_back({{"number", entries[i].number},
                         {"file", text_at(entries[i].content, "name")},
                         {"attachment_no", shown > 0 ? shown : entries[i].number},
                         {"sha256", to_hex(entries[i].original.sha256)}});
    }
    return added;
}

/// The members of one evidence entry, each named without the list it would stand in.
Findings check_statement(const Json& stated) {
    Findings findings = check_evidence(Json::array({stated}));
    for (Finding& finding : findings) finding.where = finding.where.substr(finding.where.rfind('.') + 1);
    return findings;
}

}  // namespace

AddedFiles add_photos(const Workplace& workplace, const std::string& case_number,
                      const std::vector<NewPhoto>& photos) {
    if (photos.empty())
        throw Error(Fault::usage, "photo add", "no photograph is named", "add --before FILE or --after FILE");
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const CaseEntry entry = existing_case(vault, case_number);
    const Instant received = current_time(vault, workplace);
    std::vector<TakeWork> works;
    for (const NewPhoto& photo : photos)
        works.push_back([&](Arrivals& into) {
            take_photo(into, photo.file, {{"phase", photo.phase}}, vault, received);
        });
    Arrivals arrivals = take_side_by_side(works, "photographs", workplace.progress);
    AddedFiles result;
    result.findings = arrivals.findings;
    append(result.findings, check_used_before(vault, arrivals));
    append(result.findings, compare_phases(vault, case_number, arrivals));
    append(result.findings, note_if_closed(entry));
    if (worst(result.findings) == Level::stop) return result;

    store_objects(vault, arrivals, workplace.progress);
    std::size_t known = 0;
    vault.write([&](Writer& writer) {
        known = vault.photos(case_number).size();
        log_arrivals(vault, writer, case_number, arrivals, staff);
    });
    result.added = added_since(vault.photos(case_number), known);
    return result;
}

AddedFiles attach_document(const Workplace& workplace, const std::string& case_number,
                           const std::filesystem::path& file, const Json& stated) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const CaseEntry entry = existing_case(vault, case_number);
    const Json statement = cleaned(stated);
    AddedFiles result;
    result.findings = check_statement(statement);
    Arrivals arrivals;
    take_attachment(arrivals, file, statement, vault);
    append(result.findings, arrivals.findings);
    append(result.findings, note_if_closed(entry));
    if (worst(result.findings) == Level::stop) return result;

    store_objects(vault, arrivals, workplace.progress);
    vault.write([&](Writer& writer) { log_arrivals(vault, writer, case_number, arrivals, staff); });
    const std::vector<AttachmentEntry> entries = vault.attachments(case_number);
    const Digest digest = arrivals.attachments.front().objects.front().sha256;
    for (const AttachmentEntry& held : entries)
        if (held.original.sha256 == digest) result.added = added_since(std::vector{held}, 0);
    return result;
}

}  // namespace ugoda
