#include "vault/log_key.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "base/error.h"
#include "base/files.h"
#include "vault/refused_file.h"

namespace ugoda {

namespace fs = std::filesystem;

SigningKey load_log_key(const fs::path& file) {
    for (const fs::path& path : {file, file.parent_path()})
        if (open_to_others(path) != 0)
            throw Error(Fault::storage, path.string(), "other users of this computer can read it",
                        "run `chmod go= '" + path.string() + "'`");
    return SigningKey::from_pem(read_file(file, 4096, Fault::storage), file.string());
}

fs::path next_log_key(const VaultFiles& files, const std::string& public_key) {
    return files.keys() / ("log-" + to_hex(std::string_view(parse_verifier_key(public_key)->id)) + ".key");
}

void take_waiting_key(const VaultFiles& files, const std::string& public_key) {
    const fs::path waiting = next_log_key(files, public_key);
    if (!is_there(waiting)) return;
    if (std::rename(waiting.c_str(), files.log_key().c_str()) != 0 && errno != ENOENT)
        throw refused(files.log_key(), "put in place", errno);
    sync_folder(files.keys());
}

unsigned open_to_others(const fs::path& path) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    return failed ? 0 : static_cast<unsigned>(status.permissions()) & 077u;
}

}  // namespace ugoda
