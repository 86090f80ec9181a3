// An RFC 3161 token in a seal: whether it is over the seal's signature, at the token's own time.
#pragma once

#include <string_view>

#include "seal/cms_check.h"

namespace ugoda {

/// The authority's certificate is held against those that came with the token, and nobody else's:
/// whether to believe it is the reader's to say. Another's token may date by another hash than
/// SHA-256; those that the vault keeps are checked by timestamp.h.
[[nodiscard]] StampFound check_seal_token(std::string_view token, std::string_view over);

}  // namespace ugoda
