// Dossiers for tests: of a small vault, taken apart into files in memory, changed, and put together again.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/files.h"
#include "dossier/bag_writer.h"
#include "dossier/manifest.h"
#include "dossier/verify_dossier.h"
#include "vault/small_vault.h"

namespace ugoda {

/// Path and bytes; a path may be there twice.
using Files = std::vector<std::pair<std::string, std::string>>;

class MemoryBag final : public BagSource {
  public:
    explicit MemoryBag(const Files& files) : files_(files) {}
    std::optional<Entry> next() override {
        if (at_ == files_.size()) return std::nullopt;
        is_read_ = false;
        return Entry{files_[at_++].first, true};
    }
    std::string_view read() override {
        if (std::exchange(is_read_, true)) return {};
        return files_[at_ - 1].second;
    }

  private:
    const Files& files_;
    std::size_t at_ = 0;
    bool is_read_ = false;
};

inline Files files_of(const std::filesystem::path& bag) {
    Files files;
    const auto source = open_bag(bag);
    while (const auto entry = source->next()) {
        std::string bytes;
        for (std::string_view piece = source->read(); !piece.empty(); piece = source->read()) bytes += piece;
        files.emplace_back(entry->path, std::move(bytes));
    }
    std::sort(files.begin(), files.end());
    return files;
}

inline DossierReport verified(const Files& files, const std::string& witness = {}) {
    MemoryBag bag(files);
    return verify_dossier(bag, {witness, {}, {}, {}});
}

inline std::string& bytes_at(Files& files, const std::string& path) {
    for (auto& [name, bytes] : files)
        if (name == path) return bytes;
    throw Error(Fault::internal, path, "is not in the test's dossier", "");
}

inline Files without(Files files, const std::string& path) {
    std::erase_if(files, [&](const auto& file) { return file.first == path; });
    return files;
}

/// The manifests made anew, as somebody would who has not the key: all that they can do.
inline void redo_manifests(Files& files) {
    Manifest payload, tags;
    std::uint64_t bytes = 0;
    for (const auto& [path, content] : files)
        if (path.starts_with("data/")) payload[path] = sha256(content), bytes += content.size();
    bytes_at(files, "manifest-sha256.txt") = to_text(payload);
    std::string& info = bytes_at(files, "bag-info.txt");
    info = info.substr(0, info.find("Payload-Oxum")) + "Payload-Oxum: " + std::to_string(bytes) + "." +
           std::to_string(payload.size()) + "\n";
    for (const auto& [path, content] : files)
        if (!path.starts_with("data/") && !path.starts_with("signature/") && path != "tagmanifest-sha256.txt")
            tags[path] = sha256(content);
    bytes_at(files, "tagmanifest-sha256.txt") = to_text(tags);
}

/// And signed, as the salon could.
inline void sign_again(Files& files, const Vault& vault) {
    redo_manifests(files);
    std::string& statement = bytes_at(files, "signature/statement.txt");
    statement = to_hex(sha256(bytes_at(files, "tagmanifest-sha256.txt"))) + "  tagmanifest-sha256.txt\n";
    bytes_at(files, "signature/statement.sig") = vault.statement_signature(statement);
}

inline void write_files(const Files& files, const std::filesystem::path& folder) {
    for (const auto& [path, bytes] : files) {
        std::filesystem::create_directories((folder / path).parent_path());
        write_file_durably(folder / path, bytes, 0600);
    }
}

inline std::string checker() {
    return read_file(std::filesystem::path(UGODA_SOURCE_DIR) / "src/dossier/verify.sh", 1u << 20, Fault::internal);
}

inline GatherOptions options_of(const Vault& vault) {
    GatherOptions options;
    options.made = "2026-03-12T18:00:00+01:00";
    options.language = "pl-PL";
    options.program = "ugoda test";
    options.size = vault.size();
    return options;
}

inline BagExtras some_extras(const std::string& checker_text = "#!/bin/sh\n") {
    return {{{"README.txt", "what this is\n"}, {"verify.sh", checker_text}},
            {{"trail.pdf", "%PDF-1.4 the trail"}},
            "Studio Jasmin",
            {}};
}

/// The files of a dossier of that case. `name` is of a zip that is not there yet.
inline Files dossier_of(SmallVault& small, const std::string& number, GatherOptions options,
                        const BagExtras& extras = some_extras(), const std::string& name = "dossier.zip") {
    const Vault vault = small.open();
    (void)write_dossier(small.beside(name), gather(vault, number, options), vault, extras);
    return files_of(small.beside(name));
}

inline Files dossier_of(SmallVault& small, const std::string& number = "2026-0001") {
    const GatherOptions options = options_of(small.open());
    return dossier_of(small, number, options);
}

}  // namespace ugoda
