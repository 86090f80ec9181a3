// A backup is whole and checked, or there is none; and what happens to it later is found.

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "base/error.h"
#include "damage.h"
#include "vault/backup.h"
#include "vault/vault_files.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

fs::path place_of(SmallVault& small) {
    fs::create_directories(small.beside("usb"));
    return small.beside("usb");
}

BackupMade back_up(SmallVault& small, bool with_keys = false) {
    Vault vault = small.open();
    BackupMade made = make_backup(vault, {place_of(small), with_keys, small.clock.now()}, {});
    log_backup(vault, made, with_keys, "s-1");
    small.clock.move(1);
    return made;
}

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
}

std::size_t names_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a backup holds the log and every object, says so in the vault, and verifies") {
    SmallVault small;
    small.with_cases();
    const BackupMade made = back_up(small);
    CHECK(made.folder.filename().string().starts_with("ugoda-" + small.open(Access::read).id().substr(0, 8) + "-2026-"));
    CHECK(made.head.size == 10);
    CHECK(made.objects == 6);
    const BackupReport report = verify_backup(made.folder);
    CHECK(told(report.findings) == "");
    CHECK(report.head == made.head);
    const Json logged = small.open(Access::read).last_landmark("backup.made")->payload->content;
    CHECK(logged.at("folder") == made.folder.filename().string());
    CHECK(logged.at("size") == 10);
    CHECK(logged.at("root") == to_hex(made.head.root));
    CHECK(logged.at("objects") == 6);
    CHECK(logged.at("bytes").get<std::uint64_t>() > 10'000);
    CHECK(told(small.verify()) == "");
}

TEST_CASE("the keys are in a backup only when that was asked for") {
    SmallVault small;
    CHECK_FALSE(fs::exists(back_up(small).folder / "keys"));
    const BackupMade with_keys = back_up(small, true);
    CHECK(read_all(with_keys.folder / "keys/log.key") == read_all(small.folder() / "keys/log.key"));
    CHECK(is_intact(verify_backup(with_keys.folder).findings));
}

TEST_CASE("the salon's own forms and wordings are in a backup") {
    SmallVault small;
    fs::create_directories(small.folder() / "templates/pl-PL");
    write_file_durably(small.folder() / "templates/pl-PL/settlement.md", "# Own\n", 0600);
    CHECK(read_all(back_up(small).folder / "templates/pl-PL/settlement.md") == "# Own\n");
}

TEST_CASE("every file of a backup changed, cut or taken away is told") {
    SmallVault small;
    small.with_cases();
    const BackupMade made = back_up(small, true);
    const std::vector<fs::path> files = files_in(made.folder);
    CHECK(files.size() > 10);
    for (const fs::path& file : files) {
        INFO(file);
        const std::string bytes = read_all(file);
        for (const std::size_t at : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
            std::string changed = bytes;
            flip(changed, at, 0);
            overwrite(file, changed);
            CHECK_FALSE(is_intact(verify_backup(made.folder).findings));
        }
        overwrite(file, bytes.substr(0, bytes.size() - 1));
        CHECK_FALSE(is_intact(verify_backup(made.folder).findings));
        overwrite(file, bytes);
        fs::rename(file, small.beside("away"));
        if (file.filename() == "manifest-sha256.txt")
            CHECK_THROWS_WITH(verify_backup(made.folder), Catch::Contains("is not a backup"));
        else
            CHECK(told(verify_backup(made.folder).findings) != "");
        fs::rename(small.beside("away"), file);
    }
    CHECK(told(verify_backup(made.folder).findings) == "");
}

TEST_CASE("every byte of the small files of a backup matters") {
    SmallVault small;
    const BackupMade made = back_up(small);
    for (const char* name : {"made.json", "checkpoint", "manifest-sha256.txt", "high-water", "vault.toml"}) {
        const std::string bytes = read_all(made.folder / name);
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            INFO(name << " at " << at);
            std::string changed = bytes;
            flip(changed, at, static_cast<unsigned>(at % 7));
            overwrite(made.folder / name, changed);
            CHECK_FALSE(is_intact(verify_backup(made.folder).findings));
        }
        overwrite(made.folder / name, bytes);
    }
}

TEST_CASE("a file put into a backup is told") {
    SmallVault small;
    const BackupMade made = back_up(small);
    write_file_durably(made.folder / "extra", "x", 0600);
    CHECK_THAT(told(verify_backup(made.folder).findings), Catch::Contains("extra: is no file of the backup"));
}

TEST_CASE("a backup made while others write is whole") {
    SmallVault small;
    small.with_cases();
    std::atomic<bool> is_done = false;
    std::thread writer([&] {
        FakeClock clock;
        Vault other(small.folder(), Access::write, {small.state(), &clock, nullptr});
        for (int i = 0; !is_done; ++i)
            add(other, {"attachment.added",
                        "2026-0001",
                        {{"number", i + 2}, {"kind", "receipt"}, {"title", "Receipt"}},
                        {other.put("receipt " + std::to_string(i), "original")},
                        "s-1"});
    });
    std::vector<BackupMade> made;
    for (int round = 0; round < 5; ++round) made.push_back(back_up(small));
    is_done = true;
    writer.join();
    CHECK(made.back().head.size > made.front().head.size);
    for (const BackupMade& each : made) CHECK(is_intact(verify_backup(each.folder).findings));
    CHECK(is_intact(small.verify()));
}

TEST_CASE("what an earlier backup has whole is linked, what is damaged there is copied") {
    SmallVault small;
    small.with_cases();
    const BackupMade first = back_up(small);
    const fs::path whole = VaultFiles{first.folder}.object(sha256("original picture"));
    const fs::path damaged = VaultFiles{first.folder}.object(sha256("a receipt"));
    overwrite(damaged, "another one");
    const BackupMade second = back_up(small);
    CHECK(is_intact(verify_backup(second.folder).findings));
    const auto in_second = [&](const fs::path& file) { return second.folder / file.lexically_relative(first.folder); };
    CHECK(fs::equivalent(whole, in_second(whole)));
    CHECK_FALSE(fs::equivalent(damaged, in_second(damaged)));
    CHECK_FALSE(fs::equivalent(whole, VaultFiles{small.folder()}.object(sha256("original picture"))));
}

TEST_CASE("a vault that is damaged gives no backup") {
    SmallVault small;
    small.with_cases();
    const fs::path place = place_of(small);
    const fs::path object = VaultFiles{small.folder()}.object(sha256("a receipt"));
    overwrite(object, "another one");
    CHECK_THROWS_WITH(back_up(small), Catch::Contains("is damaged"));
    fs::remove(object);
    CHECK_THROWS_WITH(back_up(small), Catch::Contains("is missing"));
    CHECK(names_in(place) == 0);
    CHECK(small.open(Access::read).size() == 10);
}

TEST_CASE("a backup goes to a folder that is there, outside the vault, under a new name") {
    SmallVault small;
    const Vault vault = small.open();
    const auto make = [&](const fs::path& place) { return make_backup(vault, {place, false, small.clock.now()}, {}); };
    CHECK_THROWS_WITH(make(small.beside("nowhere")), Catch::Contains("there is no such folder"));
    CHECK_THROWS_WITH(make(small.folder() / "objects"), Catch::Contains("is inside the vault"));
    const BackupMade made = make(place_of(small));
    CHECK_THROWS_WITH(make(place_of(small)), Catch::Contains("is there already"));
    CHECK(is_intact(verify_backup(made.folder).findings));
    CHECK(names_in(place_of(small)) == 1);
}

TEST_CASE("what a killed backup left is removed by the next") {
    SmallVault small;
    const std::string name = "ugoda-" + small.open(Access::read).id().substr(0, 8) + "-2026-01-01-000000";
    fs::create_directories(place_of(small) / ("." + name) / "objects");
    (void)back_up(small);
    CHECK(names_in(place_of(small)) == 1);
}
