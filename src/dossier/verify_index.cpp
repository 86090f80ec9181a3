// dossier.json, held against what was found.
#include <algorithm>

#include "base/clock.h"
#include "dossier/bag_writer.h"
#include "dossier/verify_parts.h"

namespace ugoda {

namespace {

constexpr const char* name = "data/dossier.json";

class IndexCheck {
  public:
    IndexCheck(const Dossier& dossier, Findings& findings)
        : dossier_(dossier), index_(*dossier.index), findings_(findings) {}

    void run() {
        check_identity();
        must_be(index_.events == events(), "states other events than are here");
        check_objects();
        must_be(index_.checkpoints == checkpoints(), "states other checkpoints than are here");
        check_keys();
    }

  private:
    void must_be(bool holds, const std::string& otherwise) {
        if (!holds) findings_.push_back(damaged(name, otherwise));
    }

    void check_identity() {
        static const std::set<std::string> readers = {"complete", "insurer", "court", "client"};
        must_be(readers.contains(index_.reader) && parse_rfc3339(index_.made).has_value(),
                "does not say for whom and when it was made");
        must_be(index_.vault.size() == 32 && index_.origin.starts_with("ugoda/" + index_.vault.substr(0, 12)),
                "names a vault that is not the log's");
        if (dossier_.checkpoint)
            must_be(index_.origin == dossier_.checkpoint->origin && index_.size == dossier_.checkpoint->size,
                    "names another log or size than data/checkpoint");
        const std::string line =
            "\nExternal-Identifier: " + index_.vault.substr(0, 8) + "/" + index_.case_number + "\n";
        must_be(dossier_.bag.text("bag-info.txt").find(line) != std::string::npos,
                "is of another case than bag-info.txt says");
    }

    [[nodiscard]] std::string payload_of(std::uint64_t seq) const {
        if (dossier_.event(seq).payload) return "here";
        if (!dossier_.absences) return "";
        const auto absence = dossier_.absences->payloads.find(seq);
        return absence == dossier_.absences->payloads.end() ? "" : absence->second.why.empty() ? "erased" : "withheld";
    }
    /// What of an event the index may say freely is checked with the chains.
    [[nodiscard]] std::vector<DossierIndex::Event> events() const {
        std::vector<DossierIndex::Event> events;
        for (const auto& [seq, header] : dossier_.headers) {
            const auto stated = std::find_if(index_.events.begin(), index_.events.end(),
                                             [&, number = seq](const auto& each) { return each.seq == number; });
            std::string of = !header.in_case ? "log" : stated == index_.events.end() ? "" : stated->of;
            if (const auto& payload = dossier_.event(seq).payload; payload && header.in_case) of = payload->of;
            events.push_back(
                {seq, of, header.in_case ? std::optional(header.in_case->seq) : std::nullopt, payload_of(seq)});
        }
        return events;
    }

    void check_objects() {
        std::set<std::string> stated;
        std::set<std::pair<Digest, std::string>> named;
        for (const auto& [seq, header] : dossier_.headers)
            if (const auto& payload = dossier_.event(seq).payload)
                for (const ObjectRef& object : payload->objects) named.insert({object.sha256, object.role});
        for (const DossierIndex::Object& object : index_.objects) {
            const auto file = dossier_.bag.files.find(object.path);
            must_be(stated.insert(object.path).second, "names " + object.path + " twice");
            must_be(file != dossier_.bag.files.end() && file->second.sha256 == object.sha256 &&
                        file->second.bytes == object.bytes,
                    "states " + object.path + " otherwise than it is");
            must_be(named.contains({object.sha256, object.role}),
                    "names " + object.path + ", which no event here names so");
        }
        for (const auto& [path, file] : dossier_.bag.files)
            for (const char* folder :
                 {"data/photos/", "data/attachments/", "data/records/", "data/scans/", "data/objects/"})
                must_be(!path.starts_with(folder) || stated.contains(path), "does not name " + path);
    }

    [[nodiscard]] std::vector<DossierIndex::Paper> checkpoints() const {
        std::vector<DossierIndex::Paper> list;
        for (const auto& [path, file] : dossier_.bag.files) {
            if (!path.starts_with("data/checkpoints/") || !path.ends_with("/checkpoint")) continue;
            const auto checkpoint = parse_checkpoint(dossier_.bag.text(path));
            const std::uint64_t size = checkpoint ? checkpoint->size : 0;
            const auto stated = std::find_if(index_.checkpoints.begin(), index_.checkpoints.end(),
                                             [&](const auto& each) { return each.size == size; });
            list.push_back({size, stated == index_.checkpoints.end() ? "" : stated->paper,
                            dossier_.bag.has(path.substr(0, path.rfind('/')) + "/token.tsr")});
        }
        return list;
    }

    void check_keys() {
        std::set<std::string> here, stated;
        for (const VerifierKey& key : dossier_.keys) here.insert(to_hex(std::string_view(key.id)));
        for (const DossierIndex::Key& key : index_.keys) stated.insert(key.id);
        must_be(here == stated && stated.size() == index_.keys.size(), "states other keys than are in data/keys");
    }

    const Dossier& dossier_;
    const DossierIndex& index_;
    Findings& findings_;
};

}  // namespace

void check_index(const Dossier& dossier, Findings& findings) {
    if (dossier.index) IndexCheck(dossier, findings).run();
}

}  // namespace ugoda
