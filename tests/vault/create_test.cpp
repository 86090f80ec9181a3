#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "small_vault.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

Fault fault_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& e) {
        return e.fault();
    }
    FAIL("nothing was refused");
    return Fault::internal;
}

unsigned mode_of(const fs::path& file) {
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    return status.st_mode & 0777;
}

}  // namespace

TEST_CASE("a vault and its keys are nobody else's to read") {
    SmallVault small;
    small.with_cases();
    CHECK(mode_of(small.folder()) == 0700);
    CHECK(mode_of(small.folder() / "keys") == 0700);
    CHECK(mode_of(small.folder() / "keys/log.key") == 0600);
    CHECK(mode_of(small.folder() / "index.db") == 0600);
    CHECK(mode_of(small.folder() / "vault.toml") == 0600);
    const std::string name = to_hex(sha256("original picture"));
    CHECK(mode_of(small.folder() / "objects" / name.substr(0, 2) / name) == 0400);
}

TEST_CASE("a vault is not made over anything") {
    SmallVault small;
    CHECK(fault_of([&] { Vault::create(small.folder(), {}, "", small.surroundings()); }) ==
          Fault::input);
    write_file_durably(small.beside("file"), "words", 0600);
    CHECK(fault_of([&] { Vault::create(small.beside("file"), {}, "", small.surroundings()); }) ==
          Fault::input);
    CHECK(fault_of([&] {
              Vault::create(small.beside("no/where"), {}, "", small.surroundings());
          }) == Fault::input);
}

TEST_CASE("a vault may be made in an empty folder, with a slash behind its name or not") {
    SmallVault small;
    make_private_folder(small.beside("empty"));
    fs::permissions(small.beside("empty"), fs::perms(0755));
    Vault::create(small.beside("empty/"), Json::object(), "s-1", small.surroundings());
    CHECK(mode_of(small.beside("empty")) == 0700);
    CHECK(Vault(small.beside("empty"), Access::read, small.surroundings()).size() == 1);
}

TEST_CASE("settings that bring what the program gives are refused, and nothing is made") {
    SmallVault small;
    CHECK(fault_of([&] {
              Vault::create(small.beside("new"), {{"origin", "x"}}, "", small.surroundings());
          }) == Fault::input);
    CHECK_FALSE(fs::exists(small.beside("new")));
}

TEST_CASE("when a vault cannot be made, nothing is left behind") {
    SmallVault small;
    write_file_durably(small.beside("blocked"), "", 0600);
    Surroundings surroundings = small.surroundings();
    surroundings.state_folder = small.beside("blocked") / "state";
    CHECK(fault_of([&] { Vault::create(small.beside("new"), Json::object(), "", surroundings); }) ==
          Fault::storage);
    CHECK_FALSE(fs::exists(small.beside("new")));
}

TEST_CASE("opening never creates") {
    SmallVault small;
    for (const Access access : {Access::read, Access::write}) {
        CHECK(fault_of([&] { Vault(small.beside("missing"), access, small.surroundings()); }) ==
              Fault::storage);
        CHECK_FALSE(fs::exists(small.beside("missing")));
        make_private_folder(small.beside("bare"));
        CHECK(fault_of([&] { Vault(small.beside("bare"), access, small.surroundings()); }) ==
              Fault::storage);
        CHECK(fs::is_empty(small.beside("bare")));
    }
    CHECK(fault_of([&] { (void)verify_vault(small.beside("bare"), small.surroundings()); }) ==
          Fault::storage);
    CHECK(fs::is_empty(small.beside("bare")));
}

TEST_CASE("a missing index is an error, not an empty vault") {
    SmallVault small;
    fs::remove(small.folder() / "index.db");
    CHECK(fault_of([&] { (void)small.open(Access::read); }) == Fault::storage);
    CHECK(fault_of([&] { (void)small.open(Access::write); }) == Fault::storage);
    CHECK_FALSE(is_intact(small.verify()));
    CHECK_FALSE(fs::exists(small.folder() / "index.db"));
}

TEST_CASE("an empty index is an error, not an empty vault") {
    SmallVault small;
    fs::resize_file(small.folder() / "index.db", 0);
    CHECK(fault_of([&] { (void)small.open(Access::read); }) == Fault::storage);
    CHECK(fault_of([&] { (void)small.open(Access::write); }) == Fault::storage);
    CHECK_FALSE(is_intact(small.verify()));
}

TEST_CASE("half a vault is recognised") {
    SmallVault small;
    fs::remove(small.folder() / "vault.toml");
    CHECK_THROWS_WITH(small.open(Access::read), Catch::Contains("half a vault"));
    CHECK_FALSE(is_intact(small.verify()));
}

TEST_CASE("a vault of a newer program is refused by name") {
    SmallVault small;
    std::string text = read_file(small.folder() / "vault.toml", 10000, Fault::storage);
    write_file_durably(small.folder() / "vault.toml",
                       text.replace(text.find("format = 1"), 10, "format = 2"), 0600);
    CHECK_THROWS_WITH(small.open(Access::read), Catch::Contains("newer program (format 2)"));
}

TEST_CASE("a key that others may read is not used") {
    SmallVault small;
    fs::permissions(small.folder() / "keys/log.key", fs::perms(0640));
    CHECK_THROWS_WITH(small.open(Access::write), Catch::Contains("chmod go="));
    CHECK_FALSE(is_intact(small.verify()));
    fs::permissions(small.folder() / "keys/log.key", fs::perms(0600));
    CHECK(is_intact(small.verify()));
}

TEST_CASE("a vault folder that others may read is told") {
    SmallVault small;
    fs::permissions(small.folder(), fs::perms(0750));
    CHECK_THAT(told(small.verify()), Catch::Contains("other users"));
}

TEST_CASE("another vault's key is refused") {
    SmallVault small;
    write_file_durably(small.folder() / "keys/log.key", SigningKey::generate().pem(), 0600);
    CHECK(fault_of([&] { (void)small.open(Access::write); }) == Fault::integrity);
    CHECK_FALSE(is_intact(small.verify()));
}
