#include "vault/seal_files.h"

#include "base/error.h"
#include "base/files.h"
#include "vault/log_key.h"
#include "vault/vault.h"

namespace ugoda {

namespace {

constexpr std::uintmax_t largest_seal = 256u << 10;
constexpr const char* role = "certificate";

std::string read_private(const std::filesystem::path& file) {
    if (open_to_others(file) != 0)
        throw Error(Fault::storage, file.string(), "other users of this computer can read it",
                    "run `chmod go= '" + file.string() + "'`");
    return read_file(file, largest_seal, Fault::storage);
}

}  // namespace

std::optional<SealFiles> read_seal(const Vault& vault) {
    const std::vector<SealEntry> seals = vault.seals();
    if (seals.empty()) return std::nullopt;
    const VaultFiles files{vault.folder()};
    SealFiles seal{read_private(files.seal_key()), read_private(files.seal_certificates())};
    if (sha256(seal.certificates) != seals.back().certificates.sha256)
        throw Error(Fault::integrity, files.seal_certificates().string(), "is not the seal that was logged last",
                    "put keys/seal.key and keys/seal.crt back from the newest backup, or run `ugoda seal new`");
    return seal;
}

void write_seal_files(const VaultFiles& files, const SealFiles& seal) {
    write_file_durably(files.seal_key(), seal.key, 0600);
    write_file_durably(files.seal_certificates(), seal.certificates, 0600);
}

NewEvent seal_event(const NewSeal& seal, const ObjectRef& certificates, const std::string& staff) {
    return {"seal.set", std::nullopt, seal.about, {{certificates.sha256, certificates.bytes, role}}, staff};
}

void set_seal(Vault& vault, const NewSeal& seal, const std::string& staff) {
    const ObjectRef certificates = vault.put(seal.files.certificates, role);
    vault.write([&](Writer& writer) {
        write_seal_files({vault.folder()}, seal.files);
        writer.append(seal_event(seal, certificates, staff));
    });
}

}  // namespace ugoda
