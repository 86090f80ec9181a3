#include "dossier/bag_writer.h"

#include <cstdio>
#include <utility>

#include "audit/tlog_proof.h"
#include "base/error.h"
#include "dossier/dossier_index.h"
#include "dossier/manifest.h"
#include "dossier/public_key_pem.h"
#include "dossier/zip.h"

namespace ugoda {

namespace {

/// Files on their way into the zip, and the manifest that comes of them.
class Bag {
  public:
    Bag(ZipSink& zip, std::string top) : zip_(zip), top_(std::move(top) + "/") {}

    void add(const std::string& path, std::string_view bytes) {
        zip_.begin(top_ + path, bytes.size());
        zip_.write(bytes);
        note(path, sha256(bytes), bytes.size());
    }
    void add_object(const std::string& path, const ObjectRef& object, const Vault& vault) {
        zip_.begin(top_ + path, object.bytes);
        vault.read_object(object.sha256, [&](std::string_view piece) { zip_.write(piece); });
        note(path, object.sha256, object.bytes);
    }
    [[nodiscard]] bool has(const std::string& path) const { return manifest_.contains(path); }
    void add_all(const BagFiles& files, const std::string& below) {
        for (const auto& [path, bytes] : files) add(below + path, bytes);
    }
    /// Of what was added since the last time.
    [[nodiscard]] Manifest take_manifest() { return std::exchange(manifest_, {}); }
    [[nodiscard]] std::string oxum() const { return std::to_string(bytes_) + "." + std::to_string(manifest_.size()); }

  private:
    void note(const std::string& path, const Digest& hash, std::uint64_t bytes) {
        if (!manifest_.emplace(path, hash).second)
            throw Error(Fault::internal, path, "would be in the dossier twice", "report this");
        bytes_ += bytes;
    }

    ZipSink& zip_;
    std::string top_;
    Manifest manifest_;
    std::uint64_t bytes_ = 0;
};

void add_event(Bag& bag, const DossierEvent& event, const Contents& contents, const Vault& vault) {
    const std::string folder = "data/events/" + twelve_digits(event.seq) + "/";
    bag.add(folder + "header.json", to_bytes(event.entry.header));
    if (!event.absence) bag.add(folder + "payload.json", to_bytes(*event.entry.payload));
    if (event.absence && !event.excerpt.is_null()) bag.add(folder + "excerpt.json", canonical_json(event.excerpt));
    bag.add(folder + "inclusion.tlog-proof",
            to_text(TlogProof{event.seq, vault.inclusion(event.seq, contents.size), contents.checkpoint}));
}

void add_checkpoint(Bag& bag, const DossierCheckpoint& checkpoint, const Contents& contents, const Vault& vault) {
    const std::string folder = "data/checkpoints/" + twelve_digits(checkpoint.size) + "/";
    bag.add(folder + "checkpoint", checkpoint.note);
    bag.add(folder + "consistency", to_text(ConsistencyText{checkpoint.size, contents.size,
                                                            vault.consistency(checkpoint.size, contents.size)}));
    // Certificates of an authority are one object, and stand beside each of its tokens.
    for (const auto& [name, object] : checkpoint.token)
        if (!bag.has(folder + name)) bag.add_object(folder + name, object, vault);
}

void add_key(Bag& bag, const VerifierKey& key) {
    const std::string name = "data/keys/" + to_hex(std::string_view(key.id));
    bag.add(name + ".pem", public_key_pem(key.public_bytes));
    bag.add(name + ".vkey", verifier_key(key.name, key.public_bytes) + "\n");
}

Absences absences_of(const Contents& contents) {
    Absences absences;
    for (const DossierEvent& event : contents.events)
        if (event.absence) absences.payloads[event.seq] = *event.absence;
    for (const DossierObject& object : contents.objects)
        if (object.absence) absences.objects[object.object.sha256] = *object.absence;
    return absences;
}

/// Seals' certificates and tokens: with the keys, with the checkpoints.
bool has_its_own_list(const std::string& path) {
    return path.starts_with("data/keys/") || path.starts_with("data/checkpoints/");
}

DossierIndex index_of(const Contents& contents) {
    DossierIndex index{contents.case_number,
                       contents.vault,
                       contents.origin,
                       contents.made,
                       contents.reader,
                       contents.language,
                       contents.program,
                       contents.visits,
                       contents.size,
                       {},
                       {},
                       {},
                       {}};
    for (const DossierEvent& event : contents.events) {
        const auto& link = event.entry.header.in_case;
        index.events.push_back({event.seq, event.of, link ? std::optional(link->seq) : std::nullopt,
                                !event.absence               ? "here"
                                : event.absence->why.empty() ? "erased"
                                                             : "withheld"});
    }
    for (const DossierObject& object : contents.objects)
        if (!object.absence && !has_its_own_list(object.path))
            index.objects.push_back({object.object.sha256, object.object.bytes, object.path, object.object.role});
    for (const DossierKey& key : contents.keys)
        index.keys.push_back({to_hex(std::string_view(key.key.id)), key.from, key.until});
    for (const DossierCheckpoint& checkpoint : contents.checkpoints)
        index.checkpoints.push_back({checkpoint.size, checkpoint.paper, checkpoint.token.contains("token.tsr")});
    return index;
}

void add_data(Bag& bag, const Contents& contents, const Vault& vault, const Progress& progress) {
    bag.add("data/dossier.json", to_text(index_of(contents)));
    bag.add("data/withheld.txt", to_text(absences_of(contents)));
    bag.add("data/checkpoint", contents.checkpoint);
    for (const DossierKey& key : contents.keys) add_key(bag, key.key);
    for (const DossierEvent& event : contents.events) add_event(bag, event, contents, vault);
    std::uint64_t done = 0;
    for (const DossierObject& object : contents.objects) {
        if (!object.absence) bag.add_object(object.path, object.object, vault);
        tell(progress, "files", ++done, contents.objects.size());
    }
    for (const DossierCheckpoint& checkpoint : contents.checkpoints) add_checkpoint(bag, checkpoint, contents, vault);
}

std::string bag_info(const Contents& contents, const std::string& organization, const std::string& oxum) {
    return "Source-Organization: " + organization + "\nBagging-Date: " + contents.made.substr(0, 10) +
           "\nBag-Software-Agent: " + contents.program + "\nExternal-Identifier: " + contents.vault.substr(0, 8) + "/" +
           contents.case_number + "\nPayload-Oxum: " + oxum + "\n";
}

/// Lines for what is signed: the tag manifest, and all that stands beside the signature.
std::string statement_of(std::string_view tagmanifest, const Manifest& beside) {
    return to_hex(sha256(tagmanifest)) + "  tagmanifest-sha256.txt\n" + to_text(beside);
}

}  // namespace

Digest write_dossier(const std::filesystem::path& file, const Contents& contents, const Vault& vault,
                     const BagExtras& extras) {
    const auto made = parse_rfc3339(contents.made);
    const auto zip = write_zip(file, made ? made->seconds : 0);
    Bag bag(*zip, bag_name(contents.case_number));
    bag.add_all(extras.data, "data/");
    add_data(bag, contents, vault, extras.progress);
    const std::string oxum = bag.oxum(), manifest = to_text(bag.take_manifest());
    bag.add("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    bag.add("bag-info.txt", bag_info(contents, extras.organization, oxum));
    bag.add("manifest-sha256.txt", manifest);
    bag.add_all(extras.top, "");
    const std::string tagmanifest = to_text(bag.take_manifest());
    bag.add("tagmanifest-sha256.txt", tagmanifest);
    (void)bag.take_manifest();
    if (extras.witnesses) bag.add_all(extras.witnesses(tagmanifest), "signature/");
    const std::string statement = statement_of(tagmanifest, bag.take_manifest());
    bag.add("signature/statement.txt", statement);
    bag.add("signature/statement.sig", vault.statement_signature(statement));
    return zip->finish();
}

std::string twelve_digits(std::uint64_t number) {
    char digits[24];
    std::snprintf(digits, sizeof digits, "%012llu", static_cast<unsigned long long>(number));
    return digits;
}

std::string bag_name(const std::string& case_number) { return "dossier-" + case_number; }

}  // namespace ugoda
