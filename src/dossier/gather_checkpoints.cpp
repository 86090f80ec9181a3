#include "base/json_values.h"
#include "dossier/gather_parts.h"
#include "dossier/object_paths.h"

namespace ugoda {

namespace {

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

}  // namespace

std::vector<DossierCheckpoint> checkpoints_of(const Contents& contents, const Vault& vault) {
    std::map<std::uint64_t, DossierCheckpoint> found;
    for (const DossierEvent& event : contents.events) {
        const bool is_paper = event.entry.header.kind == "record.issued";
        if (event.absence || (!is_paper && event.entry.header.kind != "dossier.made")) continue;
        const Json& content = event.entry.payload->content;
        const std::string note = text_at(content, "checkpoint");
        const auto checkpoint = parse_checkpoint(note);
        if (!checkpoint || checkpoint->size > contents.size) continue;
        const std::string paper =
            is_paper ? text_at(content, "record") + " v" + std::to_string(number_at(content, "version")) : "";
        found.try_emplace(checkpoint->size, DossierCheckpoint{checkpoint->size, note, paper, {}});
    }
    add_under_tokens(found, contents, vault);
    std::vector<DossierCheckpoint> list;
    for (auto& [size, checkpoint] : found) list.push_back(std::move(checkpoint));
    return list;
}

}  // namespace ugoda
