// What a certificate says of itself. Nothing here is held against anybody's list of authorities.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ugoda {

struct CertificateFacts {
    std::string fingerprint;      ///< SHA-256 of its DER: 64 hex
    std::string subject, issuer;  ///< `CN = Studio Jasmin, OU = …`
    std::string key;              ///< `P-256`, `RSA 3072`, or what OpenSSL calls it
    std::int64_t from = 0, until = 0;  ///< seconds since 1970, both within
    /// Signed with its own key: no authority stands behind it.
    bool is_self_made = false;

    bool operator==(const CertificateFacts&) const = default;
};

/// Of certificates in PEM, in their order. Throws Error(Fault::storage) at `where` when there is
/// none, or something else among them.
[[nodiscard]] std::vector<CertificateFacts> read_certificates(const std::string& pem, const std::string& where);

}  // namespace ugoda
