#include <catch2/catch.hpp>

#include "audit/merkle_verify.h"
#include "stored_tree.h"

using namespace ugoda;

namespace {

constexpr std::uint64_t largest = 300;

std::span<const Digest> first(const StoredTree& tree, std::uint64_t size) {
    return std::span(tree.leaves()).first(static_cast<std::size_t>(size));
}

Digest flipped(Digest digest, std::size_t bit) {
    digest[bit / 8] = static_cast<std::uint8_t>(digest[bit / 8] ^ (1u << (bit % 8)));
    return digest;
}

/// `judge` must refuse `proof` with any one bit flipped, shortened, and lengthened.
template <typename Judge>
void check_every_damage(const Proof& proof, Judge judge) {
    std::uint64_t accepted = 0;
    for (std::size_t i = 0; i < proof.size(); ++i)
        for (std::size_t bit = 0; bit < 256; ++bit) {
            Proof damaged = proof;
            damaged[i] = flipped(damaged[i], bit);
            accepted += judge(damaged);
        }
    Proof longer = proof;
    longer.push_back(empty_root());
    accepted += judge(longer);
    if (!proof.empty()) accepted += judge(Proof(proof.begin(), proof.end() - 1));
    CHECK(accepted == 0);
}

}  // namespace

TEST_CASE("roots of every size up to 300 are those of the recursive definition") {
    const StoredTree tree = tree_of(largest);
    std::uint64_t wrong = 0;
    for (std::uint64_t size = 0; size <= largest; ++size) {
        const Digest known = reference_root(first(tree, size));
        wrong += root_of(size, tree.nodes()) != known;
        wrong += Frontier(size, tree.nodes()).root() != known;
    }
    CHECK(wrong == 0);
}

TEST_CASE("every entry of every tree up to 300 is proven as defined, and accepted") {
    const StoredTree tree = tree_of(largest);
    std::uint64_t wrong = 0;
    for (std::uint64_t size = 1; size <= largest; size += size < 130 ? 1 : 13) {
        const Digest root = reference_root(first(tree, size));
        for (std::uint64_t i = 0; i < size; ++i) {
            const Proof proof = inclusion_proof(i, size, tree.nodes());
            wrong += !verify_inclusion({i, tree.leaves()[i]}, {size, root}, proof);
            if (size < 40 || size % 13 == 0)
                wrong += proof != reference_path(static_cast<std::size_t>(i), first(tree, size));
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("every tree up to 300 is proven to extend every smaller one, and to extend no other") {
    const StoredTree tree = tree_of(largest);
    std::vector<Digest> roots;
    for (std::uint64_t size = 0; size <= largest; ++size)
        roots.push_back(reference_root(first(tree, size)));
    std::uint64_t wrong = 0;
    for (std::uint64_t size = 1; size <= largest; ++size)
        for (std::uint64_t before = 1; before <= size; ++before) {
            const Proof proof = consistency_proof(before, size, tree.nodes());
            wrong += !verify_consistency({before, roots[before]}, {size, roots[size]}, proof);
            wrong += before < size &&
                     verify_consistency({before, roots[before - 1]}, {size, roots[size]}, proof);
            if (size < 40)
                wrong += proof != reference_subproof(static_cast<std::size_t>(before),
                                                     first(tree, size), true);
        }
    CHECK(wrong == 0);
}

TEST_CASE("no single flipped bit of an inclusion proof, leaf or root is accepted") {
    for (const int size : {1, 2, 7, 8, 100, 255, 300}) {
        const StoredTree tree = tree_of(size);
        const TreeHead head{tree.frontier().size(), tree.frontier().root()};
        for (const std::uint64_t index : {std::uint64_t{0}, head.size / 2, head.size - 1}) {
            const Proof proof = inclusion_proof(index, head.size, tree.nodes());
            const Leaf leaf{index, tree.leaves()[index]};
            REQUIRE(verify_inclusion(leaf, head, proof));
            check_every_damage(proof,
                               [&](const Proof& p) { return verify_inclusion(leaf, head, p); });
            for (std::size_t bit = 0; bit < 256; ++bit) {
                CHECK_FALSE(verify_inclusion({index, flipped(leaf.hash, bit)}, head, proof));
                CHECK_FALSE(verify_inclusion(leaf, {head.size, flipped(head.root, bit)}, proof));
            }
        }
    }
}

TEST_CASE("no single flipped bit of a consistency proof or root is accepted") {
    for (const int size : {2, 7, 8, 100, 300}) {
        const StoredTree tree = tree_of(size);
        const TreeHead now{tree.frontier().size(), tree.frontier().root()};
        for (const std::uint64_t old : {std::uint64_t{1}, now.size / 2, now.size - 1}) {
            const TreeHead before{old, root_of(old, tree.nodes())};
            const Proof proof = consistency_proof(old, now.size, tree.nodes());
            REQUIRE(verify_consistency(before, now, proof));
            check_every_damage(proof,
                               [&](const Proof& p) { return verify_consistency(before, now, p); });
            for (std::size_t bit = 0; bit < 256; ++bit) {
                CHECK_FALSE(verify_consistency({old, flipped(before.root, bit)}, now, proof));
                CHECK_FALSE(verify_consistency(before, {now.size, flipped(now.root, bit)}, proof));
            }
        }
    }
}
