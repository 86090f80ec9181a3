#include "vault/objects.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "base/error.h"
#include "damage.h"

using namespace ugoda;
namespace fs = std::filesystem;

TEST_CASE("an object is stored once, under the hash of its bytes, and read back") {
    SmallVault small;
    Vault vault = small.open();
    const ObjectRef first = vault.put("bytes", "original");
    CHECK(first == ObjectRef{sha256("bytes"), 5, "original"});
    CHECK(vault.put("bytes", "original") == first);
    CHECK(vault.object(first.sha256) == "bytes");
    CHECK(vault.object(vault.put("", "empty").sha256).empty());
}

TEST_CASE("a damaged object is not read and not taken for the same bytes") {
    SmallVault small;
    Vault vault = small.open();
    const ObjectRef object = vault.put("bytes", "original");
    overwrite(VaultFiles{small.folder()}.object(object.sha256), "bites");
    CHECK_THROWS_WITH(vault.object(object.sha256), Catch::Contains("is damaged"));
    CHECK_THROWS_WITH(vault.put("bytes", "original"), Catch::Contains("is damaged"));
}

TEST_CASE("a missing object is told by its name") {
    SmallVault small;
    CHECK_THROWS_WITH(small.open(Access::read).object(sha256("nowhere")),
                      Catch::Contains(to_hex(sha256("nowhere")) + ": is missing"));
}

TEST_CASE("what killed writers left is swept away, but not what is being written now") {
    SmallVault small;
    const fs::path incoming = VaultFiles{small.folder()}.incoming();
    for (const std::string name : {"old", "new"}) write_file_durably(incoming / name, "half", 0600);
    fs::last_write_time(incoming / "old", fs::file_time_type::clock::now() - std::chrono::hours(2));
    (void)small.open(Access::read);
    CHECK(fs::exists(incoming / "old"));
    (void)small.open();
    CHECK_FALSE(fs::exists(incoming / "old"));
    CHECK(fs::exists(incoming / "new"));
}

TEST_CASE("a vault copied without its empty folders still takes objects") {
    SmallVault small;
    fs::remove_all(VaultFiles{small.folder()}.incoming());
    Vault vault = small.open();
    CHECK(vault.object(vault.put("bytes", "original").sha256) == "bytes");
}
