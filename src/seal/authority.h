// A timestamp authority that the salon named: asked over HTTP, and believed only as far as its reply
// can be checked.
#pragma once

#include <optional>
#include <string>

#include "seal/timestamp.h"

namespace ugoda {

struct Authority {
    std::string url;
    std::string trusted;  ///< PEM of what its certificate must lead to; empty: what the system trusts
    int seconds = 10;     ///< it may take to reply
};

/// A reply that was checked, and what it says.
struct Stamped {
    std::string reply;
    Timestamp stamp;
};

/// Has `imprint` (SHA-256) dated. `nonce`: 8 random bytes. Nothing when nobody can be reached.
/// Throws Error(Fault::storage) when what answers is no authority, or lies.
[[nodiscard]] std::optional<Stamped> ask_authority(const Authority& authority, const Digest& imprint,
                                                   std::string_view nonce);

/// The list of revoked certificates that the authority's names, as it is now.
struct RevocationList {
    std::string crl;  ///< DER or PEM, as it came; empty: none was had
    Revocation says = Revocation::unknown;
    bool is_named = false;
};
[[nodiscard]] RevocationList fetch_revocation(const Timestamp& stamp, int seconds);

}  // namespace ugoda
