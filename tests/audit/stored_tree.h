// A tree kept in memory, and the recursive definition of RFC 6962 §2.1 to hold it against.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "audit/merkle.h"

namespace ugoda {

class StoredTree {
  public:
    void append(std::string_view entry) {
        leaves_.push_back(leaf_hash(entry));
        for (const Digest& node : frontier_.append(leaves_.back())) nodes_.push_back(node);
    }
    [[nodiscard]] NodeReader nodes() const {
        return [this](std::uint64_t index) { return nodes_.at(index); };
    }
    [[nodiscard]] const Frontier& frontier() const { return frontier_; }
    [[nodiscard]] const std::vector<Digest>& leaves() const { return leaves_; }
    [[nodiscard]] std::size_t stored() const { return nodes_.size(); }

  private:
    Frontier frontier_;
    std::vector<Digest> nodes_, leaves_;
};

inline StoredTree tree_of(int size) {
    StoredTree tree;
    for (int i = 0; i < size; ++i) tree.append("entry " + std::to_string(i));
    return tree;
}

/// MTH(D[n]) as the RFC writes it.
inline Digest reference_root(std::span<const Digest> leaves) {
    if (leaves.empty()) return empty_root();
    if (leaves.size() == 1) return leaves[0];
    std::size_t k = 1;
    while (k * 2 < leaves.size()) k *= 2;
    return node_hash(reference_root(leaves.first(k)), reference_root(leaves.subspan(k)));
}

/// PATH(m, D[n]).
inline Proof reference_path(std::size_t m, std::span<const Digest> leaves) {
    if (leaves.size() == 1) return {};
    std::size_t k = 1;
    while (k * 2 < leaves.size()) k *= 2;
    Proof proof =
        m < k ? reference_path(m, leaves.first(k)) : reference_path(m - k, leaves.subspan(k));
    proof.push_back(reference_root(m < k ? leaves.subspan(k) : leaves.first(k)));
    return proof;
}

/// SUBPROOF(m, D[n], b).
inline Proof reference_subproof(std::size_t m, std::span<const Digest> leaves, bool known) {
    if (m == leaves.size()) return known ? Proof{} : Proof{reference_root(leaves)};
    std::size_t k = 1;
    while (k * 2 < leaves.size()) k *= 2;
    const bool is_left = m <= k;
    Proof proof = is_left ? reference_subproof(m, leaves.first(k), known)
                          : reference_subproof(m - k, leaves.subspan(k), false);
    proof.push_back(reference_root(is_left ? leaves.subspan(k) : leaves.first(k)));
    return proof;
}

}  // namespace ugoda
