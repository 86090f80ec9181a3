#include "vault/settings.h"

#include "base/error.h"
#include "vault/identity.h"
#include "vault/vault_files.h"

namespace ugoda {

bool accept_settings(Vault& vault, const std::string& staff, const std::vector<ObjectRef>& named) {
    const Settings edited = read_settings(VaultFiles{vault.folder()});
    if (edited.identity.id != vault.id() || edited.identity.public_key != text_at(vault.settings(), "public_key"))
        throw Error(Fault::integrity, "vault.toml", "id or public_key was edited",
                    "put those lines back as they were");
    if (sha256(edited.text) == vault.accepted_settings()) return false;
    std::vector<ObjectRef> objects{vault.put(edited.text, "settings")};
    objects.insert(objects.end(), named.begin(), named.end());
    vault.write([&](Writer& writer) {
        writer.append({"settings.changed", std::nullopt, Json::object(), objects, staff});
    });
    return true;
}

}  // namespace ugoda
