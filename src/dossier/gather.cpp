#include <algorithm>
#include <set>

#include "base/error.h"
#include "base/json_values.h"
#include "dossier/contents.h"
#include "dossier/gather_parts.h"
#include "dossier/object_paths.h"

namespace ugoda {

namespace {

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
        const std::set<std::uint64_t> needed = needed_own_events(own, contents_.events);
        for (EventEntry& entry : own)
            if (needed.contains(entry.header.seq)) add(std::move(entry), "log");
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

    void judge(DossierEvent& event) {
        if (!event.entry.payload) {
            const auto by = erasures_.payloads.find(event.seq);
            if (by == erasures_.payloads.end())
                throw Error(Fault::integrity, event_name(event.seq), "has lost its payload, and no event says why",
                            "run ugoda verify");
            event.absence = Absence{"", by->second};
            return;
        }
        const Json& content = event.entry.payload->content;
        if (event.entry.header.kind == "erased" && names_others(content, contents_.events)) {
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
            throw Error(Fault::storage, "object " + hex, "is missing from the vault, and no event says why",
                        "run ugoda verify");
        contents_.objects.push_back(std::move(added));
    }

    const Vault& vault_;
    const GatherOptions& options_;
    Contents& contents_;
    ObjectPaths paths_;
    Erasures erasures_;
};

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
    for (const LogKey& one : vault.keys()) contents.keys.push_back({parse_verifier_key(one.public_key).value(), one.from, one.until});
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
    contents.checkpoints = checkpoints_of(contents, vault);
    return contents;
}

}  // namespace ugoda
