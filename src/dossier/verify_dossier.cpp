#include "dossier/verify_dossier.h"

#include "base/base64.h"
#include "dossier/bag_writer.h"
#include "dossier/verify_parts.h"

namespace ugoda {

namespace {

/// What the report says of the dossier, so far as it could be read.
void describe(const Dossier& dossier, DossierReport& report) {
    report.files = dossier.bag.files.size();
    report.events = dossier.headers.size();
    if (dossier.index) {
        report.case_number = dossier.index->case_number;
        report.made = dossier.index->made;
        report.reader = dossier.index->reader;
    }
    if (dossier.key) report.fingerprint = fingerprint(dossier.key->public_bytes);
    if (dossier.checkpoint) {
        report.origin = dossier.checkpoint->origin;
        report.size = dossier.checkpoint->size;
        report.root = to_base64(bytes_of(dossier.checkpoint->root));
    }
    if (dossier.absences)
        for (const auto& [seq, absence] : dossier.absences->payloads)
            ++(absence.why.empty() ? report.erased : report.withheld);
}

template <typename Parsed>
void require(const std::optional<Parsed>& parsed, const std::string& path, const FoundBag& bag, Findings& findings) {
    if (!parsed) findings.push_back(damaged(path, bag.has(path) ? "cannot be read: it was changed" : "is missing"));
}

void read_keys(Dossier& dossier) {
    for (const auto& [path, text] : dossier.bag.texts)
        if (path.starts_with("data/keys/") && path.ends_with(".vkey") && text.ends_with('\n'))
            if (const auto key = parse_verifier_key(std::string_view(text).substr(0, text.size() - 1)))
                dossier.keys.push_back(*key);
}

void read_headers(Dossier& dossier, Findings& findings) {
    for (const auto& [folder, event] : dossier.bag.events) {
        const std::string path = "data/events/" + folder + "/header.json";
        const auto header = parse_header(event.header);
        if (!header)
            findings.push_back(damaged(path, dossier.bag.has(path) ? "is not the header of an event" : "is missing"));
        else if (twelve_digits(header->seq) != folder)
            findings.push_back(damaged(path, "is the header of event " + std::to_string(header->seq)));
        else
            dossier.headers.emplace(header->seq, *header);
    }
}

}  // namespace

const FoundEvent& Dossier::event(std::uint64_t seq) const { return bag.events.at(twelve_digits(seq)); }

std::optional<VerifierKey> signer_of(const Dossier& dossier, const std::string& note) {
    for (const VerifierKey& key : dossier.keys)
        if (is_signed_by(note, key)) return key;
    return std::nullopt;
}

Dossier read_dossier(FoundBag bag, Findings& findings) {
    Dossier dossier{std::move(bag), {}, {}, {}, {}, {}, {}};
    const FoundBag& found = dossier.bag;
    read_keys(dossier);
    dossier.checkpoint = parse_checkpoint(found.text("data/checkpoint"));
    dossier.key = signer_of(dossier, found.text("data/checkpoint"));
    if (found.has("data/withheld.txt")) dossier.absences = parse_absences(found.text("data/withheld.txt"));
    dossier.index = parse_dossier_index(found.text("data/dossier.json"));
    require(dossier.checkpoint, "data/checkpoint", found, findings);
    require(dossier.absences, "data/withheld.txt", found, findings);
    require(dossier.index, "data/dossier.json", found, findings);
    read_headers(dossier, findings);
    return dossier;
}

DossierReport verify_dossier(const std::filesystem::path& bag, const DossierChecks& checks) {
    return verify_dossier(*open_bag(bag), checks);
}

DossierReport verify_dossier(BagSource& source, const DossierChecks& checks) {
    DossierReport report;
    FoundBag found = take_in(source, checks);
    report.findings = found.findings;
    check_bag(found, report.findings);
    const Dossier dossier = read_dossier(std::move(found), report.findings);
    describe(dossier, report);
    check_statement(dossier, checks, report.findings);
    check_keys(dossier, report.findings);
    check_events(dossier, report.findings);
    check_chains(dossier, report.findings);
    check_objects(dossier, report.findings);
    check_checkpoints(dossier, checks, report.findings);
    check_index(dossier, report.findings);
    if (!checks.witness.empty()) check_paper(dossier, checks.witness, report.findings);
    return report;
}

}  // namespace ugoda
