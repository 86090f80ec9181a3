// Proofs from outside. Against a small tree whose leaves are known, a proof that has been meddled
// with must never be accepted for anything but what is in the tree.
//
// Input: size of the tree, index (or earlier size), place to meddle with, mask, then raw hashes.
#include <cstring>

#include "audit/merkle_verify.h"
#include "fuzz/contract.h"

namespace {

using namespace ugoda;

/// The stored nodes of trees up to 64 leaves, all of one log.
const std::vector<Digest>& nodes() {
    static const std::vector<Digest> stored = [] {
        std::vector<Digest> all;
        Frontier frontier;
        for (char leaf = 0; leaf < 64; ++leaf)
            for (const Digest& node : frontier.append(leaf_hash(std::string(1, leaf))))
                all.push_back(node);
        return all;
    }();
    return stored;
}

Digest node_at(std::uint64_t index) { return nodes().at(index); }

Proof raw_proof(std::string_view bytes) {
    Proof proof;
    for (; bytes.size() >= sizeof(Digest) && proof.size() < 100;
         bytes.remove_prefix(sizeof(Digest))) {
        Digest digest{};
        std::memcpy(digest.data(), bytes.data(), digest.size());
        proof.push_back(digest);
    }
    return proof;
}

/// One bit of the proof's bytes turned, unless the mask is 0 or the proof is empty.
bool meddle(Proof& proof, std::uint8_t place, std::uint8_t mask) {
    if (proof.empty() || mask == 0) return false;
    Digest& digest = proof[place % proof.size()];
    digest[(place / proof.size()) % digest.size()] ^= mask;
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 4) return 0;
    const std::uint64_t leaves = 1 + data[0] % 64, index = data[1] % leaves;
    const TreeHead tree{leaves, root_of(leaves, node_at)};
    const Leaf leaf{index, leaf_hash(std::string(1, static_cast<char>(index)))};

    Proof inclusion = inclusion_proof(index, leaves, node_at);
    const bool inclusion_meddled = meddle(inclusion, data[2], data[3]);
    fuzz::must(verify_inclusion(leaf, tree, inclusion) != inclusion_meddled);

    const TreeHead before{index + 1, root_of(index + 1, node_at)};
    Proof consistency = consistency_proof(index + 1, leaves, node_at);
    const bool consistency_meddled = meddle(consistency, data[2], data[3]);
    fuzz::must(verify_consistency(before, tree, consistency) != consistency_meddled);

    const Proof raw = raw_proof(fuzz::text_of(data + 4, size - 4));
    if (verify_inclusion(leaf, tree, raw))
        fuzz::must(raw == inclusion_proof(index, leaves, node_at));
    if (verify_consistency(before, tree, raw))
        fuzz::must(raw == consistency_proof(index + 1, leaves, node_at));
    (void)verify_inclusion({data[1], leaf.hash}, {data[0], tree.root}, raw);
    return 0;
}
