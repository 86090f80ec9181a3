#include "workflow/add_photos.h"

#include "base/error.h"
#include "base/text.h"
#include "intake/answers.h"
#include "workflow/arrivals.h"

namespace ugoda {

namespace {

/// The same bytes already in the vault: somebody may have picked the wrong file.
Findings check_used_before(const Vault& vault, const Arrivals& arrivals) {
    Findings findings;
    for (std::size_t i = 0; i < arrivals.photos.size(); ++i) {
        const Arrival& photo = arrivals.photos[i];
        const Digest digest = sha256(photo.original);
        const std::string name = text_at(photo.content, "name");
        for (std::size_t j = 0; j < i; ++j)
            if (arrivals.photos[j].original == photo.original)
                findings.push_back({name, "is the same file as " + text_at(arrivals.photos[j].content, "name"),
                                    "check that the right one was chosen", Level::warning});
        for (const auto& [case_number, number] : vault.photos_of(digest))
            findings.push_back({name,
                                "the same file is photograph " + std::to_string(number) + " of case " + case_number,
                                "check that the right one was chosen", Level::warning});
    }
    return findings;
}

/// What was logged, read back: the entries after the first `known`.
template <typename Entry>
Json added_since(const std::vector<Entry>& entries, std::size_t known) {
    Json added = Json::array();
    for (std::size_t i = known; i < entries.size(); ++i)
        added.push_back({{"number", entries[i].number},
                         {"file", text_at(entries[i].content, "name")},
                         {"attachment_no", entries[i].content.value("attachment_no", entries[i].number)},
                         {"sha256", to_hex(entries[i].original.sha256)}});
    return added;
}

}  // namespace

AddedFiles add_photos(const Workplace& workplace, const std::string& case_number,
                      const std::vector<NewPhoto>& photos) {
    if (photos.empty())
        throw Error(Fault::usage, "photo add", "no photograph is named", "add --before FILE or --after FILE");
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    (void)existing_case(vault, case_number);
    Arrivals arrivals;
    for (const NewPhoto& photo : photos)
        take_photo(arrivals, photo.file, {{"phase", photo.phase}}, vault, current_time(vault, workplace));
    AddedFiles result;
    result.findings = arrivals.findings;
    append(result.findings, check_used_before(vault, arrivals));
    std::vector<Json> contents;
    for (const PhotoEntry& entry : vault.photos(case_number)) contents.push_back(entry.content);
    for (const Arrival& arrival : arrivals.photos) contents.push_back(arrival.content);
    append(result.findings, compare_phases(contents));
    if (worst(result.findings) == Level::stop) return result;

    store_objects(vault, arrivals);
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
    (void)existing_case(vault, case_number);
    const std::string made_at = text_at(stated, "made_at");
    if (!made_at.empty() && !parse_rfc3339(with_seconds(made_at)))
        throw Error(Fault::usage, "--made-at", "'" + one_line(made_at) + "' is not a moment",
                    "write it like 2026-03-02T10:40:00+01:00");
    Arrivals arrivals;
    take_attachment(arrivals, file, stated, vault);
    AddedFiles result;
    result.findings = arrivals.findings;
    if (worst(result.findings) == Level::stop) return result;

    store_objects(vault, arrivals);
    vault.write([&](Writer& writer) { log_arrivals(vault, writer, case_number, arrivals, staff); });
    const std::vector<AttachmentEntry> entries = vault.attachments(case_number);
    const Digest digest = arrivals.attachments.front().objects.front().sha256;
    for (const AttachmentEntry& entry : entries)
        if (entry.original.sha256 == digest) result.added = added_since(std::vector{entry}, 0);
    return result;
}

}  // namespace ugoda
