// The seal in keys/: with what the salon's papers are sealed. PEM texts; what is in them only seal/
// knows.
#pragma once

#include <optional>
#include <string>

#include "base/json.h"
#include "vault/vault_files.h"

namespace ugoda {

class Vault;
struct NewEvent;
struct ObjectRef;

struct SealFiles {
    std::string key;           ///< private
    std::string certificates;  ///< the key's own first, then of who issued each
};

/// A seal and what its event says of it: `fingerprint` (64 hex) and whatever else is to be known.
struct NewSeal {
    SealFiles files;
    Json about;
};

/// Nothing when the vault never had one. Throws Error(Fault::storage) when a file is missing or others
/// may read it, Error(Fault::integrity) when the certificates are not those that were logged last.
[[nodiscard]] std::optional<SealFiles> read_seal(const Vault& vault);

/// Puts it in place of the present one and logs it, seal.set. The certificates of those before stay
/// as objects; their keys are gone.
void set_seal(Vault& vault, const NewSeal& seal, const std::string& staff);

/// Both files, durable; the event that names `certificates`, an object by now, is logged behind them.
void write_seal_files(const VaultFiles& files, const SealFiles& seal);
[[nodiscard]] NewEvent seal_event(const NewSeal& seal, const ObjectRef& certificates, const std::string& staff);

}  // namespace ugoda
