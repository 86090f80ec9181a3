// The outline of a CMS signature: what no signature is over, and what OpenSSL does not look at.
#pragma once

#include <string_view>

namespace ugoda {

/// As RFC 5652 wants a detached signature by one signer, named by issuer and number: versions, types
/// and digests agree with each other, nothing is there twice, nothing is left over. `named` is the DER
/// of issuer and number of the signer's certificate.
[[nodiscard]] bool has_shape_of_a_seal(std::string_view der, std::string_view named);

}  // namespace ugoda
