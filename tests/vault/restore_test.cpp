// A backup comes back into an empty place, and what is missing in it is never passed over.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "damage.h"
#include "vault/backup.h"
#include "vault/restore.h"
#include "vault/vault_files.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

fs::path back_up(SmallVault& small, bool with_keys = true) {
    fs::create_directories(small.beside("usb"));
    Vault vault = small.open();
    const BackupMade made = make_backup(vault, {small.beside("usb"), with_keys, small.clock.now()}, {});
    log_backup(vault, made, with_keys, "s-1");
    small.clock.move(1);
    return made.folder;
}

Restored restore(SmallVault& small, const fs::path& backup, RestoreWish wish = {}) {
    wish.backup = backup;
    wish.place = small.beside("restored");
    return restore_backup(wish, small.surroundings(), {});
}

Findings verify(SmallVault& small) { return verify_vault(small.beside("restored"), small.surroundings()); }

Vault open_restored(SmallVault& small) { return Vault(small.beside("restored"), Access::write, small.surroundings()); }

RestoreWish new_epoch() {
    RestoreWish wish;
    wish.is_new_epoch = true;
    wish.why = "the disk broke";
    return wish;
}

/// Of the vault before a case was opened in it.
fs::path back_up_then_open_case(SmallVault& small) {
    const fs::path backup = back_up(small);
    Vault vault = small.open();
    open_case(vault);
    return backup;
}

}  // namespace

TEST_CASE("when nothing is missing a restored vault goes on as if nothing had happened") {
    SmallVault small;
    small.with_cases();
    const fs::path backup = back_up(small);
    fs::remove_all(small.folder());
    const Restored restored = restore(small, backup);
    CHECK(restored.head.size == 11);
    CHECK_FALSE(restored.has_new_epoch);
    CHECK_FALSE(restored.has_new_key);
    CHECK(told(verify(small)) == "");
    Vault vault = open_restored(small);
    CHECK(open_case(vault) == "2026-0003");
}

TEST_CASE("a backup that is older than the log is refused, and nothing is left") {
    SmallVault small;
    const fs::path backup = back_up_then_open_case(small);
    try {
        (void)restore(small, backup);
        FAIL("was put back");
    } catch (const Error& e) {
        CHECK(e.fault() == Fault::integrity);
        CHECK_THAT(e.text(), Catch::Contains("it has 2 events, 3 were acknowledged"));
    }
    CHECK_FALSE(fs::exists(small.beside("restored")));
    CHECK_FALSE(fs::exists(small.beside(".restored.new")));
}

TEST_CASE("a new epoch says exactly what is missing, and old papers verify by the old name") {
    SmallVault small;
    const std::string early = small.open(Access::read).signed_checkpoint(1);
    const fs::path backup = back_up(small);
    std::string lost;
    {
        Vault vault = small.open();
        open_case(vault);
        open_case(vault);
        lost = vault.signed_checkpoint(4);
    }
    const Restored restored = restore(small, backup, new_epoch());
    CHECK(restored.has_new_epoch);
    const Vault vault = open_restored(small);
    const Json content = vault.last_landmark("epoch.begun")->payload->content;
    const std::string origin = "ugoda/" + vault.id().substr(0, 12);
    CHECK(content.at("origin") == origin + "/epoch-2");
    CHECK(content.at("missing") == Json{{"from", 2}, {"to", 3}});
    CHECK(content.at("known").at("size") == 4);
    CHECK(content.at("known").at("origin") == origin);
    CHECK(content.at("why") == "the disk broke");
    CHECK(is_intact(verify(small)));
    CHECK_THAT(told(verify(small)), Catch::Contains("missing of the log before it: events 2 to 3"));
    const auto hold = [&](const std::string& note) {
        return told(verify_witness(small.beside("restored"), small.surroundings(), note));
    };
    CHECK(hold(early) == "");
    CHECK_THAT(hold(lost), Catch::Contains("only the first 2 are here: the rest was lost"));
    CHECK(restored.head.origin == origin + "/epoch-2");
    const std::string now = vault.signed_checkpoint(3);
    CHECK(now.starts_with(origin + "/epoch-2\n3\n"));
    CHECK(hold(now) == "");
}

TEST_CASE("after a new epoch the vault that was given up is refused") {
    SmallVault small;
    const fs::path backup = back_up_then_open_case(small);
    (void)restore(small, backup, new_epoch());
    CHECK_THROWS_WITH(small.open(), Catch::Contains("belongs to another vault"));
    CHECK(open_restored(small).size() == 3);
}

TEST_CASE("on another computer a paper tells what is missing") {
    SmallVault small;
    const fs::path backup = back_up(small);
    RestoreWish wish;
    {
        Vault vault = small.open();
        open_case(vault);
        wish.paper = vault.signed_checkpoint(3);
    }
    fs::remove_all(small.state());
    CHECK_THROWS_WITH(restore(small, backup, wish), Catch::Contains("is older than the log"));
    wish.is_new_epoch = true;
    wish.why = "the laptop was stolen";
    CHECK(restore(small, backup, wish).known->size == 3);
    CHECK(is_intact(verify(small)));
}

TEST_CASE("a backup without keys comes back with a new one, which is logged") {
    SmallVault small;
    const std::string before = small.open(Access::read).signed_checkpoint(1);
    const fs::path backup = back_up(small, false);
    const Restored restored = restore(small, backup);
    CHECK(restored.has_new_key);
    CHECK(restored.head.size == 3);
    CHECK(is_intact(verify(small)));
    CHECK(open_restored(small).last_landmark("key.lost").has_value());
    CHECK(told(verify_witness(small.beside("restored"), small.surroundings(), before)) == "");
}

TEST_CASE("keys kept elsewhere are taken, and those of another vault are not") {
    SmallVault small, other;
    const fs::path backup = back_up(small, false);
    RestoreWish wish;
    wish.keys = other.folder() / "keys";
    CHECK_THROWS_WITH(restore(small, backup, wish), Catch::Contains("is not this vault's key"));
    CHECK_FALSE(fs::exists(small.beside("restored")));
    wish.keys = small.folder() / "keys";
    CHECK_FALSE(restore(small, backup, wish).has_new_key);
    CHECK(told(verify(small)) == "");
}

TEST_CASE("a damaged backup is not put back, nor one over a vault or into a folder in use") {
    SmallVault small;
    small.with_cases();
    const fs::path backup = back_up(small);
    RestoreWish over{backup, small.folder()};
    CHECK_THROWS_WITH(restore_backup(over, small.surroundings(), {}), Catch::Contains("is a vault"));
    fs::create_directories(small.beside("restored/something"));
    CHECK_THROWS_WITH(restore(small, backup), Catch::Contains("is not empty"));
    fs::remove_all(small.beside("restored"));
    overwrite(VaultFiles{backup}.object(sha256("a receipt")), "another one");
    CHECK_THROWS_WITH(restore(small, backup), Catch::Contains("was changed"));
    CHECK_FALSE(fs::exists(small.beside("restored")));
    CHECK_THROWS_WITH(restore(small, small.beside("usb")), Catch::Contains("is not a backup"));
}
