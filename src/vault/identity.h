// vault.toml: what the vault is called for ever, and the settings that people edit.
#pragma once

#include <optional>
#include <string>

#include "base/json.h"
#include "vault/vault_files.h"

namespace ugoda {

/// Given at creation, never changed.
struct Identity {
    std::string id;          ///< 32 hexadecimal digits
    std::string origin;      ///< ugoda/ and the first 12 of them
    std::string public_key;  ///< C2SP verifier key of that name
    bool operator==(const Identity&) const = default;
};

[[nodiscard]] std::string origin_of(const std::string& id);

struct Settings {
    std::string text;  ///< the file's bytes
    Json values;       ///< all of it, identity included
    Identity identity;
};

/// The text of a new vault.toml. `settings` has none of format, id, origin, public_key, else
/// Error(Fault::input).
[[nodiscard]] std::string settings_text(const Identity& identity, const Json& settings);

/// Throws Error(Fault::storage) when it is no settings file or of a newer format,
/// Error(Fault::integrity) when id, origin and public key do not fit each other.
[[nodiscard]] Settings parse_settings(std::string text, const std::string& where);
[[nodiscard]] Settings read_settings(const VaultFiles& files);

/// What of `identity` is not as the content of vault.created has it; nothing when all is.
[[nodiscard]] std::optional<std::string> contradiction(const Identity& identity,
                                                       const Json& created);

}  // namespace ugoda
