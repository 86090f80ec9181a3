#include "dossier/dossier_index.h"

#include "base/error.h"
#include "base/json_values.h"

namespace ugoda {

namespace {

Json to_json(const DossierIndex::Event& event) {
    Json value = {{"seq", event.seq}, {"of", event.of}, {"payload", event.payload}};
    if (event.case_seq) value["case_seq"] = *event.case_seq;
    return value;
}

Json to_json(const DossierIndex::Object& object) {
    return {{"sha256", to_hex(object.sha256)}, {"bytes", object.bytes}, {"path", object.path}, {"role", object.role}};
}

Json to_json(const DossierIndex::Key& key) {
    Json value = {{"id", key.id}, {"from", key.from}};
    if (key.until) value["until"] = *key.until;
    return value;
}

Json to_json(const DossierIndex::Paper& checkpoint) {
    Json value = {{"size", checkpoint.size}};
    if (!checkpoint.paper.empty()) value["paper"] = checkpoint.paper;
    if (checkpoint.has_token) value["token"] = true;
    return value;
}

template <typename Part>
Json list_of(const std::vector<Part>& parts) {
    Json list = Json::array();
    for (const Part& part : parts) list.push_back(to_json(part));
    return list;
}

std::uint64_t count_at(const Json& object, const char* key) {
    return static_cast<std::uint64_t>(number_at(object, key));
}

std::optional<std::uint64_t> try_count(const Json& object, const char* key) {
    return object.contains(key) ? std::optional(count_at(object, key)) : std::nullopt;
}

/// What is odd is found when it is written again.
DossierIndex read(const Json& value) {
    DossierIndex index{text_at(value, "case"),
                       text_at(value, "vault"),
                       text_at(value, "origin"),
                       text_at(value, "made"),
                       text_at(value, "for"),
                       text_at(value, "language"),
                       text_at(value, "program"),
                       {},
                       count_at(value, "size"),
                       {},
                       {},
                       {},
                       {}};
    for (const Json& visit : list_at(value, "visits"))
        if (visit.is_string()) index.visits.push_back(visit.get<std::string>());
    for (const Json& event : list_at(value, "events"))
        index.events.push_back(
            {count_at(event, "seq"), text_at(event, "of"), try_count(event, "case_seq"), text_at(event, "payload")});
    for (const Json& object : list_at(value, "objects"))
        index.objects.push_back({digest_from_hex(text_at(object, "sha256")).value_or(Digest{}),
                                 count_at(object, "bytes"), text_at(object, "path"), text_at(object, "role")});
    for (const Json& key : list_at(value, "keys"))
        index.keys.push_back({text_at(key, "id"), count_at(key, "from"), try_count(key, "until")});
    for (const Json& checkpoint : list_at(value, "checkpoints"))
        index.checkpoints.push_back(
            {count_at(checkpoint, "size"), text_at(checkpoint, "paper"), checkpoint.contains("token")});
    return index;
}

}  // namespace

std::string to_text(const DossierIndex& index) {
    return canonical_json({{"format", 1},
                           {"case", index.case_number},
                           {"visits", index.visits},
                           {"vault", index.vault},
                           {"origin", index.origin},
                           {"size", index.size},
                           {"made", index.made},
                           {"for", index.reader},
                           {"language", index.language},
                           {"program", index.program},
                           {"events", list_of(index.events)},
                           {"objects", list_of(index.objects)},
                           {"keys", list_of(index.keys)},
                           {"checkpoints", list_of(index.checkpoints)}});
}

std::optional<DossierIndex> parse_dossier_index(std::string_view text) try {
    constexpr JsonLimits limits{24u << 20, 8};
    const Json value = parse_json(text, "dossier.json", limits);
    if (!value.is_object()) return std::nullopt;
    DossierIndex index = read(value);
    return to_text(index) == text ? std::optional(std::move(index)) : std::nullopt;
} catch (const Error&) {
    return std::nullopt;
}

}  // namespace ugoda
