// The seal's files and what the log says of them. What is in them does not matter here.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "damage.h"

using namespace ugoda;
using Catch::Contains;

namespace {

NewSeal seal(const std::string& name) {
    return {{"key of " + name, "certificate of " + name}, {{"fingerprint", to_hex(sha256(name))}, {"subject", "CN = " + name}}};
}

SmallVault& sealed_vault(SmallVault& small) {
    Vault vault = small.open();
    set_seal(vault, seal("Jasmin"), "s-1");
    return small;
}

unsigned mode_of(const std::filesystem::path& file) {
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_mode & 0777;
}

}  // namespace

TEST_CASE("a seal is logged, found again, and nobody else's to read") {
    SmallVault small;
    sealed_vault(small);
    const Vault vault = small.open(Access::read);
    REQUIRE(vault.seals().size() == 1);
    CHECK(vault.seals()[0].content.at("subject") == "CN = Jasmin");
    CHECK(vault.object(vault.seals()[0].certificates.sha256) == "certificate of Jasmin");
    CHECK(read_seal(vault)->key == "key of Jasmin");
    for (const char* file : {"keys/seal.key", "keys/seal.crt"}) CHECK(mode_of(small.folder() / file) == 0600);
    CHECK(told(small.verify()) == "");
}

TEST_CASE("a vault is made with its seal in one") {
    SmallVault small;
    Vault::create(small.beside("new"), SmallVault::settings(), "s-1", small.surroundings(), seal("Jasmin"));
    const Vault vault(small.beside("new"), Access::read, small.surroundings());
    CHECK(vault.size() == 2);
    CHECK(read_seal(vault)->certificates == "certificate of Jasmin");
    CHECK(told(verify_vault(small.beside("new"), small.surroundings())) == "");
}

TEST_CASE("a vault from before seals is intact and has none") {
    SmallVault small;
    CHECK_FALSE(read_seal(small.open(Access::read)));
    CHECK(told(small.verify()) == "");
}

TEST_CASE("the certificate of a seal that was replaced stays, its key does not") {
    SmallVault small;
    sealed_vault(small);
    Vault vault = small.open();
    set_seal(vault, seal("Krokus"), "s-1");
    REQUIRE(vault.seals().size() == 2);
    CHECK(vault.object(vault.seals()[0].certificates.sha256) == "certificate of Jasmin");
    CHECK(read_seal(vault)->key == "key of Krokus");
    CHECK(told(small.verify()) == "");
}

TEST_CASE("a seal's file that was put there, changed or lost is told, and no paper is sealed with it") {
    for (const char* text : {"certificate of somebody", ""}) {
        SmallVault small;
        sealed_vault(small);
        write_file_durably(small.folder() / "keys/seal.crt", text, 0600);
        CHECK_THAT(told(small.verify()), Contains("keys/seal.crt: is not the seal that was logged last"));
        CHECK_THROWS_AS(read_seal(small.open(Access::read)), Error);
    }
    for (const char* file : {"keys/seal.key", "keys/seal.crt"}) {
        SmallVault small;
        sealed_vault(small);
        std::filesystem::remove(small.folder() / file);
        CHECK_THAT(told(small.verify()), Contains(file));
        CHECK_THROWS_AS(read_seal(small.open(Access::read)), Error);
    }
}

TEST_CASE("a seal's key that others can read is told and not used") {
    SmallVault small;
    sealed_vault(small);
    std::filesystem::permissions(small.folder() / "keys/seal.key", std::filesystem::perms(0644));
    CHECK_THAT(told(small.verify()), Contains("other users of this computer can read it"));
    CHECK_THROWS_WITH(read_seal(small.open(Access::read)), Contains("chmod"));
}

TEST_CASE("an event that sets a seal without a certificate or fingerprint is refused") {
    SmallVault small;
    Vault vault = small.open();
    CHECK_THROWS_AS(add(vault, {"seal.set", std::nullopt, seal("x").about, {}, "s-1"}), Error);
    const ObjectRef certificate = vault.put("certificate", "certificate");
    CHECK_THROWS_AS(add(vault, {"seal.set", std::nullopt, {{"fingerprint", "12"}}, {certificate}, "s-1"}), Error);
}

TEST_CASE("a copy is found by its bytes, and nothing else is") {
    SmallVault small;
    small.with_cases();
    const Vault vault = small.open(Access::read);
    const auto copy = vault.copy_with(sha256("%PDF copy 1 of version 1"));
    REQUIRE(copy);
    CHECK(copy->record == "SET-2026-0001");
    CHECK(copy->version == 1);
    CHECK(copy->copy == 1);
    CHECK_FALSE(vault.copy_with(sha256("original picture")));
    CHECK_FALSE(vault.copy_with(sha256("another paper")));
}
