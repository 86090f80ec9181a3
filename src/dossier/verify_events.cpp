// Events, each by itself, and what they name.
#include <algorithm>

#include "audit/merkle_verify.h"
#include "dossier/bag_writer.h"
#include "dossier/verify_parts.h"

namespace ugoda {

namespace {

std::string folder_of(std::uint64_t seq) { return "data/events/" + twelve_digits(seq) + "/"; }

void check_proof(const Dossier& dossier, const Header& header, Findings& findings) {
    const FoundEvent& event = dossier.event(header.seq);
    const std::string path = folder_of(header.seq) + "inclusion.tlog-proof";
    const auto own = dossier.bag.files.find("data/checkpoint");
    if (!event.proof)
        findings.push_back(damaged(path, dossier.bag.has(path) ? "is not a proof" : "is missing"));
    else if (event.proof->index != header.seq)
        findings.push_back(damaged(path, "is the proof of event " + std::to_string(event.proof->index)));
    else if (own == dossier.bag.files.end() || event.proof->checkpoint != own->second.sha256)
        findings.push_back(damaged(path, "leads to another checkpoint than data/checkpoint"));
    else if (dossier.checkpoint &&
             !verify_inclusion({header.seq, leaf_hash(bytes_of(sha256(event.header)))},
                               {dossier.checkpoint->size, dossier.checkpoint->root}, event.proof->path))
        findings.push_back(damaged(path, "does not prove that the event is in the log"));
}

/// That event says that it erased it; whether it did, only its payload can tell.
template <typename Named>
void check_erasure(const Dossier& dossier, const std::string& path, std::uint64_t by, Named is_named,
                   Findings& findings) {
    const auto header = dossier.headers.find(by);
    if (header == dossier.headers.end() || header->second.kind != "erased")
        findings.push_back(
            damaged(path, "is said to be erased by event " + std::to_string(by) + ", which did not erase it"));
    else if (const auto& payload = dossier.event(by).payload; !payload)
        findings.push_back(
            unchecked(path, "was erased by event " + std::to_string(by) + ", whose words are withheld: not checked"));
    else if (!is_named(*payload))
        findings.push_back(damaged(path, "is not among what event " + std::to_string(by) + " erased"));
}

void check_absent(const Dossier& dossier, std::uint64_t seq, Findings& findings) {
    const std::string path = folder_of(seq) + "payload.json";
    if (!dossier.absences) return;
    const auto absence = dossier.absences->payloads.find(seq);
    if (absence == dossier.absences->payloads.end())
        findings.push_back(damaged(path, "is missing, and withheld.txt does not say why"));
    else if (absence->second.why.empty())
        check_erasure(
            dossier, path, absence->second.erased_by,
            [&](const FoundPayload& erasing) { return erasing.erased_events.contains(seq); }, findings);
}

void check_payload(const Dossier& dossier, const Header& header, Findings& findings) {
    const auto& payload = dossier.event(header.seq).payload;
    const std::string path = folder_of(header.seq) + "payload.json";
    if (!payload) {
        check_absent(dossier, header.seq, findings);
        return;
    }
    if (payload->sha256 != header.payload)
        findings.push_back(damaged(path, "is not the payload that the header names"));
    if (!payload->is_payload) findings.push_back(damaged(path, "is not the payload of an event"));
    if (dossier.absences && dossier.absences->payloads.contains(header.seq))
        findings.push_back(damaged(path, "is there, and withheld.txt says that it is not"));
}

bool is_own_kind(const std::string& kind) {
    return kind == "erased" || kind.starts_with("key.") || kind == "seal.set" || kind == "epoch.begun" ||
           kind == "timestamp.token";
}

}  // namespace

void check_events(const Dossier& dossier, Findings& findings) {
    for (const auto& [seq, header] : dossier.headers) {
        check_proof(dossier, header, findings);
        check_payload(dossier, header, findings);
        if (!header.in_case && !is_own_kind(header.kind))
            findings.push_back(
                damaged(folder_of(seq) + "header.json", "is of no case, and not what a dossier has of the log itself"));
    }
    if (dossier.headers.empty()) findings.push_back(damaged("data/events", "holds no events"));
    if (!dossier.absences) return;
    for (const auto& [seq, absence] : dossier.absences->payloads)
        if (!dossier.headers.contains(seq))
            findings.push_back(
                damaged("data/withheld.txt", "names event " + std::to_string(seq) + ", which is not here"));
}

void check_objects(const Dossier& dossier, Findings& findings) {
    std::set<std::pair<Digest, std::uint64_t>> here;
    for (const auto& [path, file] : dossier.bag.files)
        if (path.starts_with("data/")) here.insert({file.sha256, file.bytes});
    std::set<Digest> named;
    for (const auto& [seq, header] : dossier.headers) {
        if (!dossier.event(seq).payload) continue;
        for (const ObjectRef& object : dossier.event(seq).payload->objects) {
            if (!named.insert(object.sha256).second || here.contains({object.sha256, object.bytes})) continue;
            const std::string name = "object " + to_hex(object.sha256);
            const auto absence = dossier.absences ? dossier.absences->objects.find(object.sha256)
                                                  : std::map<Digest, Absence>::const_iterator();
            if (!dossier.absences) continue;
            if (absence == dossier.absences->objects.end())
                findings.push_back(damaged(name, "which event " + std::to_string(seq) + " names, is missing"));
            else if (absence->second.why.empty())
                check_erasure(
                    dossier, name, absence->second.erased_by,
                    [&](const FoundPayload& erasing) { return erasing.erased_objects.contains(to_hex(object.sha256)); },
                    findings);
        }
    }
    if (!dossier.absences) return;
    for (const auto& [hash, absence] : dossier.absences->objects)
        if (!named.contains(hash))
            findings.push_back(
                damaged("data/withheld.txt", "names object " + to_hex(hash) + ", which no event here names"));
}

}  // namespace ugoda
