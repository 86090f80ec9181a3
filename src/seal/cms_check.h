// A seal's CMS signature, checked by OpenSSL, and what OpenSSL lets pass checked here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "seal/certificate.h"

namespace ugoda {

/// An RFC 3161 token over a signature's value.
struct StampFound {
    std::string moment;     ///< RFC 3339, UTC
    std::string authority;  ///< the subject of its certificate
    std::string wrong;      ///< empty: the token is good, as far as its own certificates go
};

struct CmsFound {
    std::string wrong;  ///< what is, in words; empty: the signature is good
    std::vector<CertificateFacts> certificates;  ///< the signer's, then of who issued each
    std::optional<StampFound> stamp;
};

/// `der` is a detached signature, whole and nothing else, over `front` and `back` one after the other:
/// one signer, signing-certificate-v2 (RFC 5035) that names the certificate in it. Certificates are
/// held against each other, not against anybody's list of authorities.
[[nodiscard]] CmsFound check_cms(std::string_view der, std::string_view front, std::string_view back);

}  // namespace ugoda
