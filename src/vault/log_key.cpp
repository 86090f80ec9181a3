#include "vault/log_key.h"

#include <system_error>

#include "base/error.h"
#include "base/files.h"

namespace ugoda {

namespace fs = std::filesystem;

SigningKey load_log_key(const fs::path& file) {
    for (const fs::path& path : {file, file.parent_path()})
        if (open_to_others(path) != 0)
            throw Error(Fault::storage, path.string(), "other users of this computer can read it",
                        "run `chmod go= '" + path.string() + "'`");
    return SigningKey::from_pem(read_file(file, 4096, Fault::storage), file.string());
}

unsigned open_to_others(const fs::path& path) {
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    return failed ? 0 : static_cast<unsigned>(status.permissions()) & 077u;
}

}  // namespace ugoda
