#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/json_values.h"
#include "dossier/contents.h"
#include "dossier/object_paths.h"

namespace ugoda {

namespace {

/// Which events erased what: the last that says so counts.
struct Erasures {
    std::map<std::uint64_t, std::uint64_t> payloads;
    std::map<std::string, std::uint64_t> objects;  ///< by hex

    void add(const EventEntry& event) {
        if (event.header.kind != "erased" || !event.payload) return;
        for (const Json& seq : list_at(event.payload->content, "events"))
            if (seq.is_number_unsigned()) payloads[seq.get<std::uint64_t>()] = event.header.seq;
        for (const Json& hex : list_at(event.payload->content, "objects"))
            if (hex.is_string()) objects[hex.get<std::string>()] = event.header.seq;
    }
};

class Gathering {
  public:
    Gathering(const Vault& vault, const GatherOptions& options, Contents& contents)
        : vault_(vault), options_(options), contents_(contents), paths_(contents.case_number) {}

    /// Events of the case or visit that are in the log as far as the dossier goes.
    void add_chain(const std::string& number) {
        for (EventEntry& entry : vault_.events(number))
            if (entry.header.seq < options_.size) add(std::move(entry), number);
    }

    /// Of the log's own events those that a reader needs: what happened to its keys and to the log
    /// as a whole, what erased something that is missed here, and tokens over this case's events.
    void add_own() {
        std::vector<EventEntry> own;
        for (EventEntry& entry : vault_.own_events())
            if (entry.header.seq < options_.size) own.push_back(std::move(entry));
        const std::set<std::uint64_t> tokens = needed_tokens(own);
        for (EventEntry& entry : own)
            if (tokens.contains(entry.header.seq) || is_needed(entry)) add(std::move(entry), "log");
    }

    void note_erasures() {
        for (const EventEntry& entry : vault_.own_events()) erasures_.add(entry);
        for (const DossierEvent& event : contents_.events) erasures_.add(event.entry);
        for (DossierEvent& event : contents_.events) judge(event);
    }

    void add_objects() {
        std::set<Digest> known;
        for (const DossierEvent& event : contents_.events)
            if (!event.absence)
                for (const ObjectRef& object : event.entry.payload->objects)
                    if (known.insert(object.sha256).second) add_object(event, object);
    }

  private:
    void add(EventEntry entry, const std::string& of) {
        const std::uint64_t seq = entry.header.seq;
        contents_.events.push_back({seq, of, std::move(entry), std::nullopt, Json()});
    }

    [[nodiscard]] bool is_needed(const EventEntry& entry) const {
        const std::string& kind = entry.header.kind;
        return kind.starts_with("key.") || kind == "seal.set" || kind == "epoch.begun" || (kind == "erased" && is_missed_here(entry));
    }
    /// For each event here the first token that covers it, and the newest, whose authority can be
    /// checked the longest.
    [[nodiscard]] std::set<std::uint64_t> needed_tokens(const std::vector<EventEntry>& own) const {
        std::set<std::uint64_t> needed;
        std::uint64_t covered = 0, newest = 0;
        for (const EventEntry& entry : own) {
            if (entry.header.kind != "timestamp.token" || !entry.payload) continue;
            const auto size = static_cast<std::uint64_t>(number_at(entry.payload->content, "size"));
            newest = entry.header.seq;
            const auto is_first_for = [&](const DossierEvent& event) { return event.seq >= covered && event.seq < size; };
            if (std::any_of(contents_.events.begin(), contents_.events.end(), is_first_for)) needed.insert(newest);
            covered = std::max(covered, size);
        }
        if (!needed.empty()) needed.insert(newest);
        return needed;
    }
    /// Whether it erased a payload or an object of these events.
    [[nodiscard]] bool is_missed_here(const EventEntry& entry) const {
        Erasures erased;
        erased.add(entry);
        return std::any_of(contents_.events.begin(), contents_.events.end(), [&](const DossierEvent& event) {
            if (!event.entry.payload) return erased.payloads.contains(event.seq);
            const auto& objects = event.entry.payload->objects;
            return std::any_of(objects.begin(), objects.end(), [&](const ObjectRef& object) {
                return erased.objects.contains(to_hex(object.sha256));
            });
        });
    }

    /// Whether it names nothing but what is missed here.
    [[nodiscard]] bool is_of_others(const Json& content) const {
        std::set<std::uint64_t> here;
        std::set<std::string> named;
        for (const DossierEvent& event : contents_.events) {
            here.insert(event.seq);
            if (event.entry.payload)
                for (const ObjectRef& object : event.entry.payload->objects) named.insert(to_hex(object.sha256));
        }
        const auto is_foreign_event = [&](const Json& seq) { return !seq.is_number_unsigned() || !here.contains(seq.get<std::uint64_t>()); };
        const Json events = list_at(content, "events");
        return std::any_of(events.begin(), events.end(), is_foreign_event);
    }

    void judge(DossierEvent& event) {
        if (!event.entry.payload) {
            const auto by = erasures_.payloads.find(event.seq);
            if (by == erasures_.payloads.end())
                throw Error(Fault::integrity, event_name(event.seq), "has lost its payload, and no event says why", "run ugoda verify");
            event.absence = Absence{"", by->second};
            return;
        }
        const Json& content = event.entry.payload->content;
        if (event.entry.header.kind == "erased" && is_of_others(content)) {
            event.absence = Absence{"other-people", 0};
            return;
        }
        if (!options_.withholding) return;
        if (auto withheld = options_.withholding(event.entry.header, content)) {
            event.absence = Absence{withheld->why, 0};
            event.excerpt = std::move(withheld->excerpt);
        }
    }

    void add_object(const DossierEvent& event, const ObjectRef& object) {
        const std::string hex = to_hex(object.sha256);
        DossierObject added{object, "", std::nullopt};
        if (vault_.has_object(object.sha256))
            added.path = paths_.path_of(event, object);
        else if (const auto by = erasures_.objects.find(hex); by != erasures_.objects.end())
            added.absence = Absence{"", by->second};
        else
            throw Error(Fault::storage, "object " + hex, "is missing from the vault, and no event says why", "run ugoda verify");
        contents_.objects.push_back(std::move(added));
    }

    const Vault& vault_;
    const GatherOptions& options_;
    Contents& contents_;
    ObjectPaths paths_;
    Erasures erasures_;
};

/// Those under tokens. The log's key signs the same bytes again whenever it is asked.
void add_under_tokens(std::map<std::uint64_t, DossierCheckpoint>& found, const Contents& contents, const Vault& vault) {
    for (const DossierEvent& event : contents.events) {
        if (event.absence || event.entry.header.kind != "timestamp.token") continue;
        const auto size = static_cast<std::uint64_t>(number_at(event.entry.payload->content, "size"));
        if (size == 0 || size > contents.size) continue;
        const std::string note = text_at(event.entry.payload->content, "checkpoint");
        DossierCheckpoint& checkpoint = found[size];
        if (checkpoint.note.empty()) checkpoint = {size, note.empty() ? vault.signed_checkpoint(size) : note, "", {}};
        for (const ObjectRef& object : event.entry.payload->objects)
            if (const std::string file = token_file(object.role); !file.empty()) checkpoint.token.emplace(file, object);
    }
}

/// Those on the papers of the case, in dossiers made of it before and under tokens, by size, each once.
std::vector<DossierCheckpoint> checkpoints(const Contents& contents, const Vault& vault) {
    std::map<std::uint64_t, DossierCheckpoint> found;
    for (const DossierEvent& event : contents.events) {
        const bool is_paper = event.entry.header.kind == "record.issued";
        if (event.absence || (!is_paper && event.entry.header.kind != "dossier.made")) continue;
        const Json& content = event.entry.payload->content;
        const std::string note = text_at(content, "checkpoint");
        const auto checkpoint = parse_checkpoint(note);
        if (!checkpoint || checkpoint->size > contents.size) continue;
        const std::string paper = is_paper ? text_at(content, "record") + " v" + std::to_string(number_at(content, "version")) : "";
        found.try_emplace(checkpoint->size, DossierCheckpoint{checkpoint->size, note, paper, {}});
    }
    add_under_tokens(found, contents, vault);
    std::vector<DossierCheckpoint> list;
    for (auto& [size, checkpoint] : found) list.push_back(std::move(checkpoint));
    return list;
}

}  // namespace

Contents gather(const Vault& vault, const std::string& case_number, const GatherOptions& options) {
    Contents contents;
    contents.case_number = case_number;
    contents.vault = vault.id();
    const VerifierKey key = parse_verifier_key(vault.public_key()).value();
    contents.origin = key.name;
    contents.made = options.made;
    contents.reader = options.reader;
    contents.language = options.language;
    contents.program = options.program;
    contents.size = options.size;
    contents.checkpoint = vault.signed_checkpoint(options.size);
    contents.keys = {{key, 0, std::nullopt}};
    const auto entry = vault.find_case(case_number);
    if (entry)
        for (const Json& visit : list_at(entry->about, "visits"))
            if (visit.is_string()) contents.visits.push_back(visit.get<std::string>());
    Gathering gathering(vault, options, contents);
    gathering.add_chain(case_number);
    for (const std::string& visit : contents.visits) gathering.add_chain(visit);
    gathering.add_own();
    std::sort(contents.events.begin(), contents.events.end(),
              [](const DossierEvent& one, const DossierEvent& other) { return one.seq < other.seq; });
    gathering.note_erasures();
    gathering.add_objects();
    contents.checkpoints = checkpoints(contents, vault);
    return contents;
}

}  // namespace ugoda
