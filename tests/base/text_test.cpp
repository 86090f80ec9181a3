#include "base/text.h"

#include <catch2/catch.hpp>

#include "base/base64.h"
#include "base/digest.h"
#include "base/error.h"

using namespace ugoda;

TEST_CASE("a combined letter and a letter with its mark are the same name") {
    CHECK(clean_answer("Z\u0307aneta") == "Żaneta");
    CHECK(folded("  ŻANETA \t Ó") == folded("żaneta ó"));
}

TEST_CASE("letters lose their accents, but stay the letters they are") {
    CHECK(without_accents("ventitré, ÈÀÌ, veintidós, τέσσερα, pięć złotych") ==
          "ventitre, EAI, veintidos, τεσσερα, piec złotych");
}

TEST_CASE("characters that steer a terminal or the direction of text are dropped from answers") {
    CHECK(clean_answer("Ewa\x1b[31m\u202e Ó\u200f\ufeff\x07") == "Ewa[31m Ó");
}

TEST_CASE("line ends of every system become one, and paragraphs stay") {
    CHECK(clean_answer(" one\r\n\r\ntwo\rthree\n") == "one\n\ntwo\nthree");
}

TEST_CASE("what a terminal is shown can do nothing to it") {
    CHECK(one_line("a\x1b[2Jb\nc\u202e") == "a\\u{1b}[2Jb\\u{a}c\\u{202e}");
    CHECK(one_line("bad \xff byte") == "bad \ufffd byte");
}

TEST_CASE("text that is not UTF-8 is refused") { CHECK_THROWS_AS(clean_answer("\xff"), Error); }

TEST_CASE("a character has a name to be printed by") {
    CHECK(character_name(0x1F615) == "confused face");
    CHECK(character_name(0xE000) == "u+e000");
}

TEST_CASE("code points are counted, not bytes") { CHECK(count_code_points("Ó😀ż") == 3); }

TEST_CASE("SHA-256 gives the known answers") {
    CHECK(to_hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("hashing in pieces is hashing the whole") {
    Sha256 hash;
    for (const char c : std::string("settlement")) hash.update(std::string(1, c));
    CHECK(hash.finish() == sha256("settlement"));
}

TEST_CASE("a digest is read only from exactly its own spelling") {
    const Digest digest = sha256("abc");
    CHECK(digest_from_hex(to_hex(digest)) == digest);
    CHECK_FALSE(digest_from_hex(to_hex(digest).substr(1)));
    std::string upper = to_hex(digest);
    upper[0] = 'B';
    CHECK_FALSE(digest_from_hex(upper));
}

TEST_CASE("base64 is read only from exactly its own spelling") {
    CHECK(from_base64(to_base64("a\0b")) == std::string("a"));
    CHECK(from_base64("YQ==") == "a");
    for (const char* text : {"YQ=", "YQ", "YR==", "Y Q=", "YQ==\n", "===="}) CHECK_FALSE(from_base64(text));
}
