// The tree over the log (RFC 6962 §2.1): hashes, the order in which nodes are stored, appending,
// roots and proofs out of stored nodes. No storage here; checking proofs is merkle_verify.h.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "base/digest.h"

namespace ugoda {

/// A tree as its owner states it.
struct TreeHead {
    std::uint64_t size = 0;  ///< leaves
    Digest root{};
    bool operator==(const TreeHead&) const = default;
};

/// SHA-256(0x00 ‖ entry).
[[nodiscard]] Digest leaf_hash(std::string_view entry);
/// SHA-256(0x01 ‖ left ‖ right).
[[nodiscard]] Digest node_hash(const Digest& left, const Digest& right);
/// SHA-256 of nothing: the root of a tree without leaves.
[[nodiscard]] Digest empty_root();

/// Complete subtrees are stored in post-order, each right after its right child. Permanent.
/// This many nodes are stored for `leaves` leaves.
[[nodiscard]] std::uint64_t stored_count(std::uint64_t leaves);
/// Where the n-th subtree (from 0) of 2^level leaves is stored.
[[nodiscard]] std::uint64_t stored_index(int level, std::uint64_t n);

/// Gives the node stored at an index. May throw; what it throws passes through.
using NodeReader = std::function<Digest(std::uint64_t index)>;

/// The complete subtrees at the right edge: all that appending needs, at most 64 hashes.
class Frontier {
  public:
    Frontier() = default;
    /// Picks up where a stored tree of `size` leaves ends.
    Frontier(std::uint64_t size, const NodeReader& node);

    /// Adds a leaf. Returns what is to be stored now, in order: the leaf, then each subtree
    /// that it completes.
    std::vector<Digest> append(const Digest& leaf);
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] Digest root() const;

  private:
    std::uint64_t size_ = 0;
    std::vector<Digest> subtrees_;  // largest first
};

/// Root of the first `size` leaves of a stored tree that has at least as many.
[[nodiscard]] Digest root_of(std::uint64_t size, const NodeReader& node);

using Proof = std::vector<Digest>;

/// RFC 6962 §2.1.1, for leaf `index` of the first `size`; index < size.
[[nodiscard]] Proof inclusion_proof(std::uint64_t index, std::uint64_t size,
                                    const NodeReader& node);

/// RFC 6962 §2.1.2, from the first `before` leaves to the first `size`; 0 < before <= size.
/// A tree without leaves is contained in every other, so `before` 0 would prove nothing:
/// Error(Fault::internal).
[[nodiscard]] Proof consistency_proof(std::uint64_t before, std::uint64_t size,
                                      const NodeReader& node);

}  // namespace ugoda
