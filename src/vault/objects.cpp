#include "vault/objects.h"

#include <fstream>
#include <limits>
#include <system_error>

#include "base/error.h"
#include "base/files.h"
#include "vault/pending_file.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

std::string name_of(const Digest& sha256) { return "object " + to_hex(sha256); }

}  // namespace

Digest ObjectStore::put(std::string_view bytes) const {
    const Digest name = sha256(bytes);
    const fs::path file = files_.object(name), folder = file.parent_path();
    if (size_of(name)) {
        (void)get(name);
        // Another writer may have renamed it a moment ago, and not synced yet.
        sync_folder(folder);
        return name;
    }
    PendingFile pending(files_.incoming(), bytes, 0400);
    make_private_folder(folder);
    pending.publish(file);
    return name;
}

std::string ObjectStore::get(const Digest& name) const {
    const fs::path file = files_.object(name);
    if (!size_of(name))
        throw Error(Fault::storage, name_of(name), "is missing from the vault",
                    "put the file back from the newest backup");
    std::string bytes = read_file(file, std::numeric_limits<std::uintmax_t>::max(), Fault::storage);
    if (sha256(bytes) != name)
        throw Error(Fault::integrity, name_of(name), "is damaged",
                    "put the file back from the newest backup");
    return bytes;
}

void ObjectStore::read(const Digest& name, const std::function<void(std::string_view)>& piece) const {
    constexpr std::size_t piece_bytes = 256u << 10;
    std::ifstream in(files_.object(name), std::ios::binary);
    std::string buffer(piece_bytes, '\0');
    Sha256 hash;
    while (in.read(buffer.data(), piece_bytes) || in.gcount() > 0) {
        const std::string_view bytes(buffer.data(), static_cast<std::size_t>(in.gcount()));
        hash.update(bytes);
        piece(bytes);
    }
    if (in.bad() || !size_of(name))
        throw Error(Fault::storage, name_of(name), "cannot be read from the vault",
                    "put the file back from the newest backup");
    if (hash.finish() != name)
        throw Error(Fault::integrity, name_of(name), "is damaged",
                    "put the file back from the newest backup");
}

std::optional<std::uint64_t> ObjectStore::size_of(const Digest& name) const {
    std::error_code missing;
    const auto size = fs::file_size(files_.object(name), missing);
    return missing ? std::nullopt : std::optional<std::uint64_t>(size);
}

}  // namespace ugoda
