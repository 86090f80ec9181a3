// An Ed25519 public key as OpenSSL reads it.
#pragma once

#include <string>
#include <string_view>

namespace ugoda {

/// SubjectPublicKeyInfo (RFC 8410 §4) in PEM, of 32 bytes.
[[nodiscard]] std::string public_key_pem(std::string_view public_bytes);

}  // namespace ugoda
