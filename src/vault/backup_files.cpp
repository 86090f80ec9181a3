#include "vault/backup_files.h"

#include <map>

#include "base/files.h"
#include "base/json.h"
#include "vault/file_copy.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest_manifest = 16u << 20, largest_made = 1u << 20;

using Manifest = std::map<std::string, std::string>;  // hash by path

/// What the manifest is to name, by its path within the folder.
std::vector<std::string> listed_files(const BackupFiles& files) {
    std::vector<std::string> paths;
    for (auto at = fs::recursive_directory_iterator(files.folder); at != fs::end(at); ++at) {
        const fs::path path = at->path().lexically_relative(files.folder);
        if (at->is_directory()) {
            if (path == "objects") at.disable_recursion_pending();
        } else if (at->path() != files.manifest() && at->path() != files.made()) {
            paths.push_back(path.generic_string());
        }
    }
    return paths;
}

std::string line(const std::string& path, const std::string& hash) {
    return hash + "  " + path + "\n";
}

/// Nothing unless the text is exactly what `write_manifest` writes.
std::optional<Manifest> parse_manifest(const std::string& text) {
    constexpr std::size_t before_path = 66;
    Manifest manifest;
    std::string again;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        if (end == std::string::npos || end < at + before_path) return std::nullopt;
        const std::string hash = text.substr(at, 64);
        if (!digest_from_hex(hash)) return std::nullopt;
        manifest[text.substr(at + before_path, end - at - before_path)] = hash;
        at = end + 1;
    }
    for (const auto& [path, hash] : manifest) again += line(path, hash);
    return again == text ? std::optional(manifest) : std::nullopt;
}

}  // namespace

void write_manifest(const BackupFiles& files) {
    Manifest manifest;
    for (const std::string& path : listed_files(files)) {
        if (path.find('\n') != std::string::npos)
            throw Error(Fault::input, path, "has a line end in its name", "give the file another name");
        const auto hash = digest_of_file(files.folder / path);
        if (!hash) throw Error(Fault::storage, path, "cannot be read", "check the disk");
        manifest[path] = to_hex(*hash);
    }
    std::string text;
    for (const auto& [path, hash] : manifest) text += line(path, hash);
    write_file_durably(files.manifest(), text, 0600);
}

void verify_manifest(const BackupFiles& files, Report& report) {
    const char* remedy = "use another backup, and keep this one for an expert";
    const auto manifest =
        parse_manifest(read_file(files.manifest(), largest_manifest, Fault::storage));
    if (!manifest) {
        report.damage("manifest-sha256.txt", "is damaged: it is no list of files", remedy);
        return;
    }
    for (const auto& [path, hash] : *manifest) {
        std::error_code ignored;
        if (!fs::is_regular_file(files.folder / path, ignored))
            report.damage(path, "is missing from the backup", remedy);
        else if (const auto is = digest_of_file(files.folder / path); !is || to_hex(*is) != hash)
            report.damage(path, "was changed: its bytes are not those that were backed up", remedy);
    }
    for (const std::string& path : listed_files(files))
        if (path.starts_with(".new-"))  // made.json on its way there
            report.note(path, "was left when the program was ended before it had logged this backup");
        else if (!manifest->contains(path))
            report.damage(path, "is no file of the backup: somebody put it there", remedy);
}

void write_made(const BackupFiles& files, const BackupEvent& made) {
    write_file_durably(files.made(),
                       canonical_json({{"checkpoint", made.checkpoint},
                                       {"header", made.event.header_bytes},
                                       {"payload", made.event.payload_bytes}}),
                       0600);
}

std::optional<BackupEvent> read_made(const BackupFiles& files) {
    if (!is_there(files.made())) return std::nullopt;
    const std::string text = read_file(files.made(), largest_made, Fault::storage);
    const Error damaged(Fault::integrity, "made.json", "is damaged",
                        "use another backup, and keep this one for an expert");
    try {
        const Json json = parse_json(text, "made.json");
        BackupEvent made;
        made.checkpoint = text_at(json, "checkpoint");
        made.event.header_bytes = text_at(json, "header");
        made.event.payload_bytes = text_at(json, "payload");
        const auto header = parse_header(made.event.header_bytes);
        if (!header || canonical_json(json) != text || json.size() != 3 ||
            header->kind != "backup.made" || !parse_payload(made.event.payload_bytes) ||
            sha256(made.event.payload_bytes) != header->payload)
            throw damaged;
        made.event.header = *header;
        return made;
    } catch (const Error&) {
        throw damaged;
    }
}

}  // namespace ugoda
