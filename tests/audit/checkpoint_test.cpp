#include "audit/checkpoint.h"

#include <catch2/catch.hpp>

#include "vectors.h"

using namespace ugoda;

namespace {

struct Signed {
    SigningKey key = SigningKey::generate();
    Checkpoint checkpoint{"ugoda/0123456789ab", 42, sha256("root")};
    std::string note = sign_checkpoint(checkpoint, key);
    VerifierKey verifier =
        parse_verifier_key(verifier_key(checkpoint.origin, key.public_bytes())).value();
};

std::string with(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("notes signed by others are found good") {
    for (const Json& vector : vectors("signed-note.json").at("notes")) {
        const auto key = parse_verifier_key(vector.at("vkey").get<std::string>());
        REQUIRE(key);
        CHECK(is_signed_by(vector.at("note").get<std::string>(), *key));
    }
}

TEST_CASE("a checkpoint of another log program is read") {
    const auto checkpoint =
        parse_checkpoint(vectors("signed-note.json").at("notes")[1].at("note").get<std::string>());
    REQUIRE(checkpoint);
    CHECK(checkpoint->origin == "example.com/log/testdata");
    CHECK(checkpoint->size == 15);
}

TEST_CASE("verifier keys with a wrong id or of another kind are refused") {
    for (const Json& bad : vectors("signed-note.json").at("bad_vkeys"))
        CHECK_FALSE(parse_verifier_key(bad.get<std::string>()));
    CHECK_FALSE(parse_verifier_key("ugoda/0123456789ab"));
    CHECK_FALSE(parse_verifier_key("++"));
}

TEST_CASE("a signed checkpoint is read back and found good") {
    const Signed s;
    CHECK(parse_checkpoint(s.note) == s.checkpoint);
    CHECK(is_signed_by(s.note, s.verifier));
}

TEST_CASE("a checkpoint is short enough for its panel on paper") {
    Signed s;
    s.checkpoint.size = 999'999'999;
    CHECK(sign_checkpoint(s.checkpoint, s.key).size() <= 203);
}

TEST_CASE("signing the same checkpoint again gives the same bytes") {
    const Signed s;
    CHECK(sign_checkpoint(s.checkpoint, s.key) == s.note);
}

TEST_CASE("no single flipped bit of a signed checkpoint is accepted") {
    const Signed s;
    for (std::size_t bit = 0; bit < s.note.size() * 8; ++bit) {
        std::string damaged = s.note;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        CHECK_FALSE((parse_checkpoint(damaged) && is_signed_by(damaged, s.verifier)));
    }
}

TEST_CASE("a checkpoint cut short anywhere is not accepted") {
    const Signed s;
    for (std::size_t size = 0; size < s.note.size(); ++size)
        CHECK_FALSE(is_signed_by(s.note.substr(0, size), s.verifier));
}

TEST_CASE("another key's signature does not count") {
    const Signed s, other;
    CHECK_FALSE(is_signed_by(s.note, other.verifier));
}

TEST_CASE("one bad signature of a known key spoils a note with a good one") {
    const Signed s;
    const std::string line = s.note.substr(s.note.find("\n\n") + 2);
    const std::string bad = sign_checkpoint({s.checkpoint.origin, 43, s.checkpoint.root}, s.key);
    CHECK(is_signed_by(s.note + line, s.verifier));
    CHECK_FALSE(is_signed_by(s.note + bad.substr(bad.find("\n\n") + 2), s.verifier));
}

TEST_CASE("a signature by somebody else beside ours is passed over") {
    const Signed s;
    const std::string note =
        s.note + sign_checkpoint({"example.com/witness", 1, {}}, SigningKey::generate())
                     .substr(std::string("example.com/witness\n1\n").size() + 46);
    CHECK(is_signed_by(note, s.verifier));
}

TEST_CASE("other spellings of a checkpoint are none") {
    const Signed s;
    CHECK_FALSE(parse_checkpoint(with(s.note, "\n42\n", "\n042\n")));
    CHECK_FALSE(parse_checkpoint(with(s.note, "\n42\n", "\n+42\n")));
    CHECK_FALSE(parse_checkpoint(with(s.note, "\n42\n", "\n42 \n")));
    CHECK_FALSE(parse_checkpoint(with(s.note, "\n42\n", "\n99999999999999999999\n")));
    CHECK_FALSE(parse_checkpoint(with(s.note, "\n\n", "\nmore\n\n")));
    CHECK_FALSE(parse_checkpoint(with(s.note, "\n\n", "\n")));
    CHECK_FALSE(parse_checkpoint(with(s.note, "\u2014", "-")));
    CHECK_FALSE(parse_checkpoint(s.note + "\n"));
    CHECK_FALSE(parse_checkpoint(""));
}

TEST_CASE("a fingerprint is eight groups of four") {
    CHECK(fingerprint("key").size() == 39);
    CHECK(fingerprint("key").substr(0, 9) ==
          to_hex(sha256("key")).substr(0, 4) + " " + to_hex(sha256("key")).substr(4, 4));
}
