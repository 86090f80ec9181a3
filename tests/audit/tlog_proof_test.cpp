#include "audit/tlog_proof.h"

#include <catch2/catch.hpp>

#include "audit/checkpoint.h"
#include "base/base64.h"

using namespace ugoda;

namespace {

std::string note() {
    static const SigningKey key = SigningKey::generate();
    return sign_checkpoint({"ugoda/abcdef012345", 7, sha256("root")}, key);
}

TlogProof some_proof() { return {5, {sha256("a"), sha256("b")}, note()}; }

}  // namespace

TEST_CASE("a proof is written as C2SP tlog-proof has it: name, index, hashes, blank line, checkpoint") {
    CHECK(to_text(some_proof()) == "c2sp.org/tlog-proof@v1\nindex 5\n" + to_base64(bytes_of(sha256("a"))) + "\n" +
                                       to_base64(bytes_of(sha256("b"))) + "\n\n" + note());
    CHECK(parse_tlog_proof(to_text(some_proof())) == some_proof());
    const TlogProof alone{0, {}, note()};
    CHECK(parse_tlog_proof(to_text(alone)) == alone);
}

TEST_CASE("a proof that is cut off anywhere before its checkpoint's last line is none") {
    const std::string text = to_text(some_proof());
    for (std::size_t size = 0; size < text.size(); ++size) CHECK_FALSE(parse_tlog_proof(text.substr(0, size)));
}

TEST_CASE("another spelling of a proof is none") {
    const std::string text = to_text(some_proof());
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string other = text;
        other.replace(other.find(from), from.size(), to);
        return parse_tlog_proof(other);
    };
    REQUIRE(with("index 5", "index 5"));
    CHECK_FALSE(with("index 5", "index 05"));
    CHECK_FALSE(with("index 5", "index +5"));
    CHECK_FALSE(with("index 5", "index  5"));
    CHECK_FALSE(with("index 5", "index -5"));
    CHECK_FALSE(with("index 5", "index 99999999999999999999"));
    CHECK_FALSE(with("index 5\n", "extra AAAA\nindex 5\n"));
    CHECK_FALSE(with("index 5\n", "index 5\r\n"));
    CHECK_FALSE(with("@v1", "@v2"));
    CHECK_FALSE(with("=\n", "=\nAAAA\n"));
    CHECK_FALSE(parse_tlog_proof(text + "\n"));
}

TEST_CASE("a consistency proof reads back, and only in its one spelling") {
    const ConsistencyText proof{3, 7, {sha256("a")}};
    const std::string text = to_text(proof);
    CHECK(text == "ugoda/consistency@v1\nold 3\nnew 7\n" + to_base64(bytes_of(sha256("a"))) + "\n");
    CHECK(parse_consistency(text) == proof);
    CHECK(parse_consistency("ugoda/consistency@v1\nold 7\nnew 7\n") == ConsistencyText{7, 7, {}});
    for (const char* other : {"", "ugoda/consistency@v1\n", "ugoda/consistency@v1\nold 3\n",
                              "ugoda/consistency@v1\nold 3\nnew 07\n", "ugoda/consistency@v1\nold 3\nnew 7",
                              "ugoda/consistency@v1\nold 3\nnew 7\n\n", "ugoda/consistency@v2\nold 3\nnew 7\n"})
        CHECK_FALSE(parse_consistency(other));
}
