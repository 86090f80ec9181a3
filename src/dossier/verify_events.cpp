// Events: each by itself, then as chains, then what they name.
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
    else if (dossier.checkpoint && !verify_inclusion({header.seq, leaf_hash(bytes_of(sha256(event.header)))},
                                                     {dossier.checkpoint->size, dossier.checkpoint->root}, event.proof->path))
        findings.push_back(damaged(path, "does not prove that the event is in the log"));
}

/// That event says that it erased it; whether it did, only its payload can tell.
template <typename Named>
void check_erasure(const Dossier& dossier, const std::string& path, std::uint64_t by, Named is_named, Findings& findings) {
    const auto header = dossier.headers.find(by);
    if (header == dossier.headers.end() || header->second.kind != "erased")
        findings.push_back(damaged(path, "is said to be erased by event " + std::to_string(by) + ", which did not erase it"));
    else if (const auto& payload = dossier.event(by).payload; !payload)
        findings.push_back(unchecked(path, "was erased by event " + std::to_string(by) + ", whose words are withheld: not checked"));
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
        check_erasure(dossier, path, absence->second.erased_by,
                      [&](const FoundPayload& erasing) { return erasing.erased_events.contains(seq); }, findings);
}

void check_payload(const Dossier& dossier, const Header& header, Findings& findings) {
    const auto& payload = dossier.event(header.seq).payload;
    const std::string path = folder_of(header.seq) + "payload.json";
    if (!payload) {
        check_absent(dossier, header.seq, findings);
        return;
    }
    if (payload->sha256 != header.payload) findings.push_back(damaged(path, "is not the payload that the header names"));
    if (!payload->is_payload) findings.push_back(damaged(path, "is not the payload of an event"));
    if (dossier.absences && dossier.absences->payloads.contains(header.seq))
        findings.push_back(damaged(path, "is there, and withheld.txt says that it is not"));
}

/// Events that belong together, by the hashes of the headers before them.
class Chains {
  public:
    explicit Chains(const Dossier& dossier) : dossier_(dossier) {
        for (const auto& [seq, header] : dossier.headers) {
            if (!header.in_case) continue;
            if (header.in_case->previous) after_[*header.in_case->previous].push_back(seq);
            else firsts_.push_back(seq);
        }
    }

    void check(Findings& findings) {
        for (const std::uint64_t first : firsts_) follow(first, findings);
        for (const auto& [seq, header] : dossier_.headers)
            if (header.in_case && !seen_.contains(seq))
                findings.push_back(damaged(folder_of(seq) + "header.json", "does not follow an event that is here: one before it is missing"));
        if (!dossier_.index) return;
        std::set<std::string> expected(dossier_.index->visits.begin(), dossier_.index->visits.end());
        expected.insert(dossier_.index->case_number);
        for (const std::string& name : names_)
            if (expected.erase(name) == 0) findings.push_back(damaged("data/events", "holds events of '" + name + "', which are not of this dossier, or twice"));
        for (const std::string& name : expected) findings.push_back(damaged("data/events", "holds no events of " + name + " from its beginning"));
    }

  private:
    void follow(std::uint64_t seq, Findings& findings) {
        std::string name;
        for (std::uint64_t place = 1;; ++place) {
            seen_.insert(seq);
            const Header& header = dossier_.headers.at(seq);
            const std::string path = folder_of(seq);
            if (header.in_case->seq != place)
                findings.push_back(damaged(path + "header.json", "is event " + std::to_string(header.in_case->seq) + " of its case and stands at place " + std::to_string(place)));
            if (const std::string says = case_of(seq); name.empty()) name = says;
            else if (!says.empty() && says != name)
                findings.push_back(damaged(path + "payload.json", "is of '" + says + "' and stands among the events of '" + name + "'"));
            const auto next = after_.find(sha256(dossier_.event(seq).header));
            if (next == after_.end()) break;
            if (next->second.size() > 1 || next->second.front() <= seq)
                findings.push_back(damaged(path + "header.json", "is followed by two events, or by an earlier one"));
            if (seen_.contains(next->second.front())) break;
            seq = next->second.front();
        }
        names_.push_back(name);
    }

    /// As its payload says; as the index says when there is none.
    [[nodiscard]] std::string case_of(std::uint64_t seq) const {
        if (const auto& payload = dossier_.event(seq).payload) return payload->of;
        if (!dossier_.index) return {};
        for (const DossierIndex::Event& event : dossier_.index->events)
            if (event.seq == seq) return event.of;
        return {};
    }

    const Dossier& dossier_;
    std::map<Digest, std::vector<std::uint64_t>> after_;
    std::vector<std::uint64_t> firsts_;
    std::set<std::uint64_t> seen_;
    std::vector<std::string> names_;
};

bool is_own_kind(const std::string& kind) {
    return kind == "erased" || kind.starts_with("key.") || kind == "seal.set" || kind == "epoch.begun" || kind == "timestamp.token";
}

}  // namespace

void check_events(const Dossier& dossier, Findings& findings) {
    for (const auto& [seq, header] : dossier.headers) {
        check_proof(dossier, header, findings);
        check_payload(dossier, header, findings);
        if (!header.in_case && !is_own_kind(header.kind))
            findings.push_back(damaged(folder_of(seq) + "header.json", "is of no case, and not what a dossier has of the log itself"));
    }
    if (dossier.headers.empty()) findings.push_back(damaged("data/events", "holds no events"));
    if (!dossier.absences) return;
    for (const auto& [seq, absence] : dossier.absences->payloads)
        if (!dossier.headers.contains(seq))
            findings.push_back(damaged("data/withheld.txt", "names event " + std::to_string(seq) + ", which is not here"));
}

void check_chains(const Dossier& dossier, Findings& findings) { Chains(dossier).check(findings); }

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
            const auto absence = dossier.absences ? dossier.absences->objects.find(object.sha256) : std::map<Digest, Absence>::const_iterator();
            if (!dossier.absences) continue;
            if (absence == dossier.absences->objects.end())
                findings.push_back(damaged(name, "which event " + std::to_string(seq) + " names, is missing"));
            else if (absence->second.why.empty())
                check_erasure(dossier, name, absence->second.erased_by,
                              [&](const FoundPayload& erasing) { return erasing.erased_objects.contains(to_hex(object.sha256)); }, findings);
        }
    }
    if (!dossier.absences) return;
    for (const auto& [hash, absence] : dossier.absences->objects)
        if (!named.contains(hash)) findings.push_back(damaged("data/withheld.txt", "names object " + to_hex(hash) + ", which no event here names"));
}

}  // namespace ugoda
