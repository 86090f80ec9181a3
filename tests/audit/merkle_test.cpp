#include "audit/merkle.h"

#include <catch2/catch.hpp>

#include "audit/merkle_verify.h"
#include "base/error.h"
#include "stored_tree.h"
#include "vectors.h"

using namespace ugoda;

namespace {

const Json& reference() { return vectors("rfc6962-reference-tree.json"); }

StoredTree reference_tree() {
    StoredTree tree;
    for (const Json& input : reference().at("inputs_hex"))
        tree.append(from_hex(input.get<std::string>()));
    return tree;
}

std::vector<std::string> hex(const Proof& proof) {
    std::vector<std::string> list;
    for (const Digest& hash : proof) list.push_back(to_hex(hash));
    return list;
}

/// Hashes of a wrong length cannot reach the checker here; another hash for every such text,
/// and for each thing it stands for, goes in their stead.
Digest hash_of(const Json& base64, const std::string& what) {
    const std::string bytes =
        base64.is_null() ? "" : from_base64(base64.get<std::string>()).value();
    return digest_of_bytes(bytes).value_or(sha256(what + ": " + bytes));
}

Proof proof_of(const Json& list) {
    Proof proof;
    for (const Json& item : list.is_array() ? list : Json::array())
        proof.push_back(hash_of(item, "node"));
    return proof;
}

bool accepts_inclusion(const Json& v) {
    return verify_inclusion(
        {v.at("leafIdx").get<std::uint64_t>(), hash_of(v.at("leafHash"), "leaf")},
        {v.at("treeSize").get<std::uint64_t>(), hash_of(v.at("root"), "root")},
        proof_of(v.at("proof")));
}

bool accepts_consistency(const Json& v) {
    return verify_consistency({v.at("size1").get<std::uint64_t>(), hash_of(v.at("root1"), "root")},
                              {v.at("size2").get<std::uint64_t>(), hash_of(v.at("root2"), "root")},
                              proof_of(v.at("proof")));
}

}  // namespace

TEST_CASE("leaves and nodes are hashed as in RFC 6962") {
    const Json known = reference().at("hasher");
    CHECK(to_hex(leaf_hash("")) == known.at("leaf(\"\")"));
    CHECK(to_hex(leaf_hash("L123456")) == known.at("leaf(\"L123456\")"));
    CHECK(to_hex(empty_root()) == reference().at("empty_root"));
}

TEST_CASE("the reference tree of Certificate Transparency has the same roots here") {
    StoredTree tree;
    const Json known = reference();
    for (std::size_t i = 0; i < 8; ++i) {
        tree.append(from_hex(known.at("inputs_hex")[i].get<std::string>()));
        CHECK(to_hex(tree.frontier().root()) == known.at("roots_hex_size1..8")[i]);
    }
}

TEST_CASE("the reference tree has the same inclusion proofs here") {
    const StoredTree tree = reference_tree();
    for (const Json& known : reference().at("inclusion")) {
        if (known.at("leaf_1based") == 0) continue;  // their way to say: no such leaf
        const auto proof =
            inclusion_proof(known.at("leaf_1based").get<std::uint64_t>() - 1,
                            known.at("tree_size").get<std::uint64_t>(), tree.nodes());
        CHECK(Json(hex(proof)) == known.at("proof"));
    }
}

TEST_CASE("the reference tree has the same consistency proofs here") {
    const StoredTree tree = reference_tree();
    for (const Json& known : reference().at("consistency"))
        CHECK(Json(hex(consistency_proof(known.at("size1").get<std::uint64_t>(),
                                         known.at("size2").get<std::uint64_t>(), tree.nodes()))) ==
              known.at("proof"));
}

TEST_CASE("inclusion proofs of others are judged as they judge them") {
    std::size_t judged = 0;
    for (const Json& vector : vectors("inclusion.json")) {
        INFO(vector.at("file"));
        CHECK(accepts_inclusion(vector) == !vector.at("wantErr").get<bool>());
        ++judged;
    }
    CHECK(judged == 98);
}

TEST_CASE("consistency proofs of others are judged as they judge them, but from nothing") {
    std::size_t judged = 0;
    for (const Json& vector : vectors("consistency.json")) {
        INFO(vector.at("file"));
        const bool is_from_nothing = vector.at("size1") == 0;
        CHECK(accepts_consistency(vector) ==
              (!vector.at("wantErr").get<bool>() && !is_from_nothing));
        ++judged;
    }
    CHECK(judged == 98);
}

TEST_CASE("a proof from an empty log is refused, as it would prove nothing") {
    const StoredTree tree = tree_of(5);
    CHECK_FALSE(verify_consistency({0, empty_root()}, {5, tree.frontier().root()}, {}));
    CHECK_THROWS_AS(consistency_proof(0, 5, tree.nodes()), Error);
}

TEST_CASE("a proof for what is not in the tree is refused") {
    const StoredTree tree = tree_of(5);
    CHECK_THROWS_AS(inclusion_proof(5, 5, tree.nodes()), Error);
    CHECK_THROWS_AS(consistency_proof(6, 5, tree.nodes()), Error);
}

TEST_CASE("as many nodes are stored as the formula says, each where it says") {
    StoredTree tree;
    for (std::uint64_t size = 0; size < 70; ++size) {
        CHECK(tree.stored() == stored_count(size));
        tree.append("entry");
    }
    CHECK(stored_index(0, 3) == 4);
    CHECK(stored_index(1, 1) == 5);
    CHECK(stored_index(2, 0) == 6);
}
