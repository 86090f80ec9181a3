#include "audit/merkle.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "base/error.h"

namespace ugoda {

namespace {

/// Largest power of two below n; n > 1 (RFC 6962's k).
std::uint64_t split(std::uint64_t n) { return std::bit_floor(n - 1); }

/// Hash of the leaves [first, first + count). As RFC 6962 splits, `first` is a multiple of
/// every power of two up to `count`, so each complete part is one stored node.
Digest range_root(std::uint64_t first, std::uint64_t count, const NodeReader& node) {
    if (std::has_single_bit(count)) {
        const int level = std::countr_zero(count);
        return node(stored_index(level, first >> level));
    }
    const std::uint64_t k = split(count);
    const Digest left = range_root(first, k, node);
    return node_hash(left, range_root(first + k, count - k, node));
}

/// RFC 6962 PATH(m, D[n]), where D begins at leaf `first`.
void path(std::uint64_t m, std::uint64_t first, std::uint64_t n, const NodeReader& node,
          Proof& out) {
    if (n == 1) return;
    const std::uint64_t k = split(n);
    if (m < k) {
        path(m, first, k, node, out);
        out.push_back(range_root(first + k, n - k, node));
    } else {
        path(m - k, first + k, n - k, node, out);
        out.push_back(range_root(first, k, node));
    }
}

/// RFC 6962 SUBPROOF(m, D[n], b), where D begins at leaf `first`; b is `known`.
void subproof(std::uint64_t m, std::uint64_t first, std::uint64_t n, bool known,
              const NodeReader& node, Proof& out) {
    if (m == n) {
        if (!known) out.push_back(range_root(first, n, node));
        return;
    }
    const std::uint64_t k = split(n);
    if (m <= k) {
        subproof(m, first, k, known, node, out);
        out.push_back(range_root(first + k, n - k, node));
    } else {
        subproof(m - k, first + k, n - k, false, node, out);
        out.push_back(range_root(first, k, node));
    }
}

}  // namespace

Digest leaf_hash(std::string_view entry) {
    std::string bytes(1, '\x00');
    bytes += entry;
    return sha256(bytes);
}

Digest node_hash(const Digest& left, const Digest& right) {
    std::array<char, 1 + 2 * sizeof(Digest)> bytes{'\x01'};
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 1 + sizeof(Digest));
    return sha256({bytes.data(), bytes.size()});
}

Digest empty_root() { return sha256({}); }

std::uint64_t stored_count(std::uint64_t leaves) {
    return 2 * leaves - static_cast<std::uint64_t>(std::popcount(leaves));
}

std::uint64_t stored_index(int level, std::uint64_t n) {
    const std::uint64_t last_leaf = ((n + 1) << level) - 1;
    return stored_count(last_leaf) + static_cast<std::uint64_t>(level);
}

Frontier::Frontier(std::uint64_t size, const NodeReader& node) : size_(size) {
    std::uint64_t first = 0;
    for (std::uint64_t rest = size; rest > 0;) {
        const std::uint64_t part = std::bit_floor(rest);
        subtrees_.push_back(range_root(first, part, node));
        first += part;
        rest -= part;
    }
}

std::vector<Digest> Frontier::append(const Digest& leaf) {
    std::vector<Digest> stored{leaf};
    for (int merges = std::countr_one(size_); merges > 0; --merges) {
        stored.push_back(node_hash(subtrees_.back(), stored.back()));
        subtrees_.pop_back();
    }
    subtrees_.push_back(stored.back());
    ++size_;
    return stored;
}

Digest Frontier::root() const {
    if (subtrees_.empty()) return empty_root();
    Digest root = subtrees_.back();
    for (auto left = subtrees_.rbegin() + 1; left != subtrees_.rend(); ++left)
        root = node_hash(*left, root);
    return root;
}

Digest root_of(std::uint64_t size, const NodeReader& node) {
    return size == 0 ? empty_root() : range_root(0, size, node);
}

Proof inclusion_proof(std::uint64_t index, std::uint64_t size, const NodeReader& node) {
    if (index >= size)
        throw Error(Fault::internal, "log",
                    "entry " + std::to_string(index) + " is not in the tree", "report this");
    Proof proof;
    path(index, 0, size, node, proof);
    return proof;
}

Proof consistency_proof(std::uint64_t before, std::uint64_t size, const NodeReader& node) {
    if (before == 0 || before > size)
        throw Error(Fault::internal, "log",
                    "no proof leads from size " + std::to_string(before) + " to size " +
                        std::to_string(size),
                    "report this");
    Proof proof;
    subproof(before, 0, size, true, node, proof);
    return proof;
}

}  // namespace ugoda
