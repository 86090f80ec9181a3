#include "audit/merkle_verify.h"

#include <bit>

namespace ugoda {

// Names fn, sn, fr, sr are the RFC's.

bool verify_inclusion(const Leaf& leaf, const TreeHead& tree, const Proof& proof) {
    if (leaf.index >= tree.size) return false;
    std::uint64_t fn = leaf.index, sn = tree.size - 1;
    Digest r = leaf.hash;
    for (const Digest& p : proof) {
        if (sn == 0) return false;
        if ((fn & 1) != 0 || fn == sn) {
            r = node_hash(p, r);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            r = node_hash(r, p);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && r == tree.root;
}

bool verify_consistency(const TreeHead& before, const TreeHead& now, const Proof& proof) {
    if (before.size == 0 || before.size > now.size) return false;
    if (before.size == now.size) return proof.empty() && before.root == now.root;
    // A complete tree is its own first node and is left out of the proof.
    const bool complete = std::has_single_bit(before.size);
    if (!complete && proof.empty()) return false;
    auto next = proof.begin();
    std::uint64_t fn = before.size - 1, sn = now.size - 1;
    const int shift = std::countr_one(fn);
    fn >>= shift;
    sn >>= shift;
    Digest fr = complete ? before.root : *next++;
    Digest sr = fr;
    for (; next != proof.end(); ++next) {
        if (sn == 0) return false;
        if ((fn & 1) != 0 || fn == sn) {
            fr = node_hash(*next, fr);
            sr = node_hash(*next, sr);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            sr = node_hash(sr, *next);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && fr == before.root && sr == now.root;
}

}  // namespace ugoda
