// Checking RFC 6962 proofs, by the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2. Shares nothing
// with the code that makes them but the two hash functions.
#pragma once

#include <cstdint>

#include "audit/merkle.h"
#include "base/digest.h"

namespace ugoda {

/// One leaf and its place.
struct Leaf {
    std::uint64_t index = 0;
    Digest hash{};  ///< of the leaf, not of the entry
};

/// True when `proof` shows that `leaf` stands in `tree` at its index.
[[nodiscard]] bool verify_inclusion(const Leaf& leaf, const TreeHead& tree, const Proof& proof);

/// True when `proof` shows that `now` begins with all of `before`. Never true for a `before`
/// of size 0: that would prove nothing.
[[nodiscard]] bool verify_consistency(const TreeHead& before, const TreeHead& now,
                                      const Proof& proof);

}  // namespace ugoda
