// Checking an Ed25519 signature (RFC 8032 §5.1.7). Making one is SigningKey in checkpoint.h.
#pragma once

#include <string_view>

namespace ugoda {

/// False too when a length is wrong: 64 bytes of signature, 32 of key.
[[nodiscard]] bool is_good_signature(std::string_view signature, std::string_view message,
                                     std::string_view public_bytes);

}  // namespace ugoda
