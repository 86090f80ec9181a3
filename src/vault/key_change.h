// A new signing key for the log: in turn, after a loss, after a theft.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "vault/vault.h"

namespace ugoda {

struct KeyChange {
    /// key.rotated: the old key signs too. key.lost: it is gone. key.revoked: somebody else has it.
    std::string kind;
    std::string why;
    std::optional<Instant> since{};  ///< of a theft; none: now
    std::string staff;
};

/// Logs the change and puts the new key in place of the old. Cut off anywhere, the log names a key
/// whose file is there. Returns the new verifier key. Throws Error(Fault::input) when a key said to
/// be lost is there.
std::string change_key(const std::filesystem::path& folder, const Surroundings& surroundings,
                       const KeyChange& change);

}  // namespace ugoda
