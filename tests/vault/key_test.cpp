// The log changes its key: old papers stay good, and nobody signs with an old key any more.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "damage.h"
#include "vault/key_change.h"
#include "vault/log_key.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

std::string change(SmallVault& small, const std::string& kind, std::optional<Instant> since = std::nullopt) {
    return change_key(small.folder(), small.surroundings(), {kind, "a reason", since, "s-1"});
}

Findings hold(SmallVault& small, const std::string& note) {
    return verify_witness(small.folder(), small.surroundings(), note);
}

std::string paper(SmallVault& small) {
    const Vault vault = small.open(Access::read);
    return vault.signed_checkpoint(vault.size());
}

/// A true checkpoint of the log as it is now, signed with another key.
std::string forged(SmallVault& small, const SigningKey& key) {
    return sign_checkpoint(parse_checkpoint(paper(small)).value(), key);
}

SigningKey key_of(SmallVault& small) { return load_log_key(small.folder() / "keys/log.key"); }

}  // namespace

TEST_CASE("after a rotation old papers verify, and what the old key signs later does not") {
    SmallVault small;
    small.with_cases();
    const std::string before = paper(small);
    const SigningKey old = key_of(small);
    change(small, "key.rotated");
    CHECK(is_intact(small.verify()));
    CHECK(told(hold(small, before)) == "");
    CHECK(told(hold(small, paper(small))) == "");
    CHECK_THAT(told(hold(small, forged(small, old))), Catch::Contains("had given up by then"));
    const auto keys = small.open(Access::read).keys();
    REQUIRE(keys.size() == 2);
    CHECK(keys[0].until == 10);
    CHECK(small.open(Access::read).public_key() == keys[1].public_key);
}

TEST_CASE("a rotation is signed by both keys, and one that is not is damage") {
    SmallVault small;
    change(small, "key.rotated");
    const Json content = small.open(Access::read).last_landmark("key.rotated")->payload->content;
    for (const char* note : {"checkpoint", "statement"})
        for (const char* key : {"old", "new"})
            CHECK(is_signed_by(text_at(content, note), *parse_verifier_key(text_at(content, key))));
    KeyHistory history(Json{{"public_key", content.at("old")}});
    Json other = content;
    other["statement"] = content.at("checkpoint");
    CHECK_THROWS_WITH(history.add(1, "key.rotated", other), Catch::Contains("signs something else"));
    other = content;
    const std::string note = content.at("checkpoint");
    other["checkpoint"] = note.substr(0, note.find("\n\n") + 2) + note.substr(note.rfind("\xE2\x80\x94"));
    CHECK_THROWS_WITH(history.add(1, "key.rotated", other), Catch::Contains("not signed as it must be"));
    CHECK_THROWS_WITH(history.add(2, "key.rotated", content), Catch::Contains("was not the log's"));
}

TEST_CASE("a lost key is replaced without its signature, and verify says so") {
    SmallVault small;
    small.with_cases();
    const std::string before = paper(small);
    CHECK_THROWS_WITH(change(small, "key.lost"), Catch::Contains("is there and is the log's key"));
    fs::remove(small.folder() / "keys/log.key");
    CHECK_THROWS_AS(small.open(), Error);
    change(small, "key.lost");
    CHECK(is_intact(small.verify()));
    CHECK_THAT(told(small.verify()), Catch::Contains("the log's key was lost"));
    CHECK(told(hold(small, before)) == "");
    Vault vault = small.open();
    CHECK(open_case(vault) == "2026-0003");
}

TEST_CASE("a stolen key vouches only for what was logged before the theft, and for papers in the log") {
    SmallVault small;
    small.with_cases();
    const std::string early = paper(small);
    small.clock.move(3600);
    const Instant theft = small.clock.now();
    {
        Vault vault = small.open();
        fix_record(vault, "2026-0001", std::string(64, 'b'), 2);
    }
    std::string printed;
    {
        Vault vault = small.open();
        printed = issue_record(vault, "2026-0001", 2);
    }
    change(small, "key.revoked", theft);
    CHECK(is_intact(small.verify()));
    CHECK(small.open(Access::read).keys().at(0).until == 10);
    CHECK(told(hold(small, early)) == "");
    CHECK_THAT(told(hold(small, printed)), Catch::Contains("was reported stolen"));
}

TEST_CASE("a change of keys cut off after it was logged is finished by whoever opens the vault next") {
    SmallVault small;
    const fs::path key = small.folder() / "keys/log.key";
    const std::string old = read_all(key);
    change(small, "key.rotated");
    const std::string next = read_all(key);
    const fs::path waiting = next_log_key({small.folder()}, small.open(Access::read).public_key());
    overwrite(key, old);
    write_file_durably(waiting, next, 0600);
    Vault vault = small.open();
    CHECK(read_all(key) == next);
    CHECK_FALSE(fs::exists(waiting));
}

TEST_CASE("the tables are made anew with keys that changed") {
    SmallVault small;
    change(small, "key.rotated");
    harm(small, "DROP TABLE landmark");
    small.open().reindex();
    CHECK(is_intact(small.verify()));
}
