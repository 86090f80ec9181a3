#include "dossier/found_bag.h"

#include <algorithm>

#include "audit/payload_outline.h"
#include "audit/tlog_proof.h"
#include "base/canonical_json.h"
#include "base/error.h"
#include "base/json_values.h"
#include "base/text.h"

namespace ugoda {

namespace {

constexpr std::size_t most_in_one = 48u << 20, most_together = 96u << 20;
constexpr std::string_view events_folder = "data/events/";

/// Whether a check reads it. All others are only hashed.
bool is_looked_into(const std::string& path) {
    static const std::set<std::string> named = {
        "bagit.txt",       "bag-info.txt",      "manifest-sha256.txt", "tagmanifest-sha256.txt",
        "data/checkpoint", "data/dossier.json", "data/withheld.txt"};
    return named.contains(path) || path.starts_with("signature/") || path.starts_with("data/keys/") ||
           path.starts_with("data/checkpoints/");
}

bool is_of_event(const std::string& path) {
    return path.starts_with(events_folder) && (path.ends_with("/header.json") || path.ends_with("/payload.json") ||
                                               path.ends_with("/inclusion.tlog-proof"));
}

bool is_sealed(const std::string& path) { return path.starts_with("data/records/") && path.ends_with(".pdf"); }

std::set<std::uint64_t> numbers_in(const Json& list) {
    std::set<std::uint64_t> numbers;
    for (const Json& each : list)
        if (each.is_number_unsigned()) numbers.insert(each.get<std::uint64_t>());
    return numbers;
}

std::set<std::string> texts_in(const Json& list) {
    std::set<std::string> texts;
    for (const Json& each : list)
        if (each.is_string()) texts.insert(each.get<std::string>());
    return texts;
}

FoundPayload payload_in(const std::string& bytes, const Digest& hash) {
    FoundPayload found;
    found.sha256 = hash;
    const auto outline = outline_payload(bytes);
    if (!outline) return found;
    found.is_payload = true;
    found.of = outline->text("case");
    found.objects = outline->objects;
    const auto list = [&](const char* name) {
        const std::string_view text = member_of(outline->content, name);
        return text.starts_with('[') ? Json::parse(text) : Json::array();
    };
    found.erased_events = numbers_in(list("events"));
    found.erased_objects = texts_in(list("objects"));
    return found;
}

/// Returns how many bytes are kept of it, about.
std::size_t add_to_event(FoundEvent& event, const std::string& path, std::string bytes, const Digest& hash) {
    if (path.ends_with("/header.json")) {
        event.header = std::move(bytes);
        return event.header.size();
    }
    if (path.ends_with("/payload.json")) {
        event.payload = payload_in(bytes, hash);
        return (event.payload->objects.size() + event.payload->erased_events.size() +
                event.payload->erased_objects.size()) *
               sizeof(ObjectRef);
    }
    const auto proof = parse_tlog_proof(bytes);
    if (!proof) return 0;
    event.proof = FoundProof{proof->index, proof->path, sha256(proof->checkpoint)};
    return proof->path.size() * sizeof(Digest);
}

class Intake {
  public:
    Intake(FoundBag& bag, const DossierChecks& checks) : bag_(bag), checks_(checks) {}

    void take(BagSource& source, const BagSource::Entry& entry) {
        if (const std::string why = refusal(entry); !why.empty()) {
            bag_.findings.push_back(damaged(one_line(shortened(one_line(entry.path), 80)), why));
            return;
        }
        const bool is_event = is_of_event(entry.path), is_record = is_sealed(entry.path) && checks_.seal;
        const bool is_kept = is_event || is_record || is_looked_into(entry.path);
        std::string bytes;
        FoundFile& file = bag_.files[entry.path];
        Sha256 hash;
        for (std::string_view piece = source.read(); !piece.empty(); piece = source.read()) {
            hash.update(piece);
            file.bytes += piece.size();
            if (is_kept) keep(bytes, piece, entry.path);
        }
        file.sha256 = hash.finish();
        if (is_record) {
            append(bag_.findings, checks_.seal(entry.path, bytes));
        } else if (is_event) {
            const std::string folder =
                entry.path.substr(events_folder.size(), entry.path.rfind('/') - events_folder.size());
            kept_ += add_to_event(bag_.events[folder], entry.path, std::move(bytes), file.sha256);
        } else if (is_kept) {
            kept_ += bytes.size();
            bag_.texts[entry.path] = std::move(bytes);
        }
    }

  private:
    [[nodiscard]] std::string refusal(const BagSource::Entry& entry) const {
        if (!is_bag_path(entry.path)) return "is no path that a dossier can have";
        if (!entry.is_plain) return "is a link or device, not a file";
        if (bag_.has(entry.path)) return "is there twice";
        return {};
    }
    void keep(std::string& bytes, std::string_view piece, const std::string& path) const {
        if (bytes.size() + piece.size() > most_in_one || kept_ + bytes.size() + piece.size() > most_together)
            throw Error(Fault::input, path, "is larger than it can be in a dossier", "ask for it once more");
        bytes += piece;
    }

    FoundBag& bag_;
    const DossierChecks& checks_;
    std::size_t kept_ = 0;
};

}  // namespace

const std::string& FoundBag::text(const std::string& path) const {
    static const std::string nothing;
    const auto found = texts.find(path);
    return found == texts.end() ? nothing : found->second;
}

FoundBag take_in(BagSource& source, const DossierChecks& checks) {
    FoundBag bag;
    Intake intake(bag, checks);
    while (const auto entry = source.next()) {
        intake.take(source, *entry);
        tell(checks.progress, "files", bag.files.size(), bag.files.size() + 1);
    }
    tell(checks.progress, "files", bag.files.size(), bag.files.size());
    const bool has_records =
        std::any_of(bag.files.begin(), bag.files.end(), [](const auto& file) { return is_sealed(file.first); });
    if (has_records && !checks.seal)
        bag.findings.push_back(unchecked("data/records", "the seals of the PDFs were not checked here; `pdfsig` does"));
    return bag;
}

Finding damaged(const std::string& path, const std::string& what) {
    return {path, what, "do not rely on this dossier; ask for it once more and keep this one", Level::warning};
}

Finding unchecked(const std::string& path, const std::string& what) {
    return {path, what, "nothing needs to be done", Level::note};
}

}  // namespace ugoda
