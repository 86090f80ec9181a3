#include "vault/vault_open.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/error.h"
#include "base/files.h"
#include "vault/log_key.h"
#include "vault/log_store.h"

namespace ugoda {

namespace fs = std::filesystem;

void require_whole(const VaultFiles& files) {
    std::error_code ignored;
    if (!is_there(files.folder))
        throw Error(Fault::storage, files.folder.string(), "there is no such folder",
                    "check the path, or make a vault with `ugoda init`");
    if (!fs::is_directory(files.folder, ignored))
        throw Error(Fault::storage, files.folder.string(), "is not a folder",
                    "name the vault's folder");
    if (is_there(files.settings())) return;
    if (is_there(files.keys()) || is_there(files.index()))
        throw Error(
            Fault::storage, files.folder.string(),
            "is half a vault: `ugoda init` was interrupted, or vault.toml was lost",
            "if it is new, delete the folder and run `ugoda init` again; else put vault.toml "
            "back from a backup");
    throw Error(Fault::storage, files.folder.string(), "is not a vault",
                "check the path, or make a vault with `ugoda init`");
}

void require_same_log(const OpenLog& log) {
    const EventEntry first = LogStore(*log.database).entry(0);
    if (const auto why = contradiction(log.identity, first.payload->content))
        throw Error(Fault::integrity, log.files.settings().string(), *why,
                    "put that line back as it was");
}

void require_same_vault(const OpenLog& log) {
    std::error_code ignored;
    if (!fs::is_directory(log.files.objects(), ignored))
        throw Error(Fault::storage, log.files.objects().string(), "is missing or is not a folder",
                    "put it back from the newest backup; nothing was changed");
    (void)load_matching_key(log.files, log.keys.present());
    require_same_log(log);
    log.require_reaches_marks();
}

SigningKey load_matching_key(const VaultFiles& files, const LogKey& present) {
    take_waiting_key(files, present.public_key);
    SigningKey key = load_log_key(files.log_key());
    if (parse_verifier_key(present.public_key)->public_bytes != key.public_bytes())
        throw Error(Fault::integrity, files.log_key().string(), "is not this vault's key",
                    "put the file back from the newest backup");
    return key;
}

}  // namespace ugoda
