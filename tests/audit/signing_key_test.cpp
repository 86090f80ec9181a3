#include <catch2/catch.hpp>

#include "audit/checkpoint.h"
#include "audit/ed25519.h"
#include "base/error.h"
#include "vectors.h"

using namespace ugoda;

TEST_CASE("a key that is read back signs as before") {
    const SigningKey key = SigningKey::generate();
    const SigningKey again = SigningKey::from_pem(key.pem(), "log.key");
    CHECK(again.public_bytes() == key.public_bytes());
    CHECK(again.sign("words") == key.sign("words"));
}

TEST_CASE("a signature of RFC 8032's first test is found good, and of other words bad") {
    const std::string key =
        from_hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    const std::string signature = from_hex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
        "f9b46b"
        "d25bf5f0595bbe24655141438e7a100b");
    CHECK(is_good_signature(signature, "", key));
    CHECK_FALSE(is_good_signature(signature, "x", key));
    CHECK_FALSE(is_good_signature("", "", key));
    CHECK_FALSE(is_good_signature(signature, "", ""));
}

TEST_CASE("what is no Ed25519 key is refused with its place") {
    CHECK_THROWS_WITH(SigningKey::from_pem("", "keys/log.key"), Catch::Contains("keys/log.key"));
    CHECK_THROWS_AS(
        SigningKey::from_pem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "k"),
        Error);
}

TEST_CASE("another spelling of the key's file is refused") {
    const std::string pem = SigningKey::generate().pem();
    CHECK_THROWS_AS(SigningKey::from_pem("comment\n" + pem, "k"), Error);
    CHECK_THROWS_AS(SigningKey::from_pem(pem + "\n", "k"), Error);
}
