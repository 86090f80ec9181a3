#include "vault/high_water.h"

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "vault/vault_files.h"

namespace ugoda {

namespace fs = std::filesystem;

std::string mark_text(const Checkpoint& mark) {
    return canonical_json(
               {{"origin", mark.origin}, {"size", mark.size}, {"root", to_hex(mark.root)}}) +
           "\n";
}

std::optional<Checkpoint> parse_mark(std::string_view text) {
    try {
        const Json json = parse_json(text, "high-water");
        const auto root = digest_from_hex(text_at(json, "root"));
        if (!root || !json.at("size").is_number_unsigned()) return std::nullopt;
        const Checkpoint mark{text_at(json, "origin"), json.at("size").get<std::uint64_t>(), *root};
        if (mark_text(mark) == text) return mark;
    } catch (const Error&) {
    } catch (const Json::exception&) {}
    return std::nullopt;
}

std::optional<Checkpoint> read_mark(const fs::path& file) {
    if (!is_there(file)) return std::nullopt;
    const auto mark = parse_mark(read_file(file, 4096, Fault::storage));
    if (!mark)
        throw Error(Fault::integrity, file.string(), "is damaged: it is no high-water mark",
                    "put the file back from the newest backup, or run `ugoda verify`");
    return mark;
}

fs::path mark_folder(const fs::path& state_folder, const std::string& vault_id) {
    return state_folder / vault_id;
}

void make_mark_folder(const fs::path& folder) {
    if (is_there(folder) && fs::is_directory(folder)) return;
    if (folder.has_parent_path() && folder.parent_path() != folder)
        make_mark_folder(folder.parent_path());
    make_private_folder(folder);
}

bool is_strange(const Checkpoint& mark, const KeyHistory& keys) {
    return std::none_of(keys.all().begin(), keys.all().end(), [&](const LogKey& key) {
        return parse_verifier_key(key.public_key)->name == mark.origin;
    });
}

std::optional<std::string> falls_behind(const Checkpoint& mark, const KeyHistory& keys,
                                        const StoredTree& log) {
    for (const Epoch& epoch : keys.epochs())
        if (epoch.before.origin == mark.origin && epoch.known && mark.size <= epoch.known->size &&
            (mark.size > epoch.before.size || mark == epoch.known))
            return std::nullopt;
    const auto& [size, node] = log;
    if (mark.size > size)
        return "the log has " + std::to_string(size) + " events, but " + std::to_string(mark.size) +
               " were acknowledged: this looks like an old backup";
    if (root_of(mark.size, node) != mark.root)
        return "the first " + std::to_string(mark.size) +
               " events are not those that were acknowledged: this looks like an old backup that "
               "was "
               "written to, or a second copy of this vault is in use";
    return std::nullopt;
}

void NextMark::Copies::settle() const {
    first.settle();
    second.settle();
}

NextMark::NextMark(const Checkpoint& mark, const fs::path& folder, const fs::path& second,
                   std::future<void> before) {
    const std::string text = mark_text(mark);
    copies_ = std::make_shared<Copies>(VaultFiles{folder}.high_water(), second / "high-water",
                                       text.size());
    written_ = std::async(std::launch::async,
                          [copies = copies_, text, before = std::move(before)]() mutable {
                              if (before.valid())
                                  before.get();
                              else
                                  copies->settle();
                              copies->first.write(text);
                              copies->second.write(text);
                          });
}

std::future<void> NextMark::publish() {
    written_.get();
    copies_->first.publish();
    copies_->second.publish();
    return std::async(std::launch::async, [copies = copies_] { copies->settle(); });
}

}  // namespace ugoda
