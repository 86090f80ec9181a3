// `backup` and what `due` says about it, by the whole command line.
#include <catch2/catch.hpp>
#include <sstream>

#include "base/files.h"
#include "base/json.h"
#include "cli/program.h"
#include "support/fake_clock.h"
#include "support/temporary_folder.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

struct Desk {
    TemporaryFolder folder;
    FakeClock clock;
    std::ostringstream out, err;

    Desk() {
        REQUIRE(run({"init", vault(), "--salon", std::string(UGODA_SOURCE_DIR) + "/samples/salon-pl.toml"}) == 0);
        fs::create_directory(folder / "usb");
    }
    [[nodiscard]] std::string vault() const { return folder / "vault"; }
    [[nodiscard]] std::string usb() const { return folder / "usb"; }
    int run(std::vector<std::string> words) {
        out.str("");
        err.str("");
        words.insert(words.end(), {"--vault", vault()});
        return run_program(words, out, err, {folder / "state", &clock, nullptr});
    }
    Json json(std::vector<std::string> words) {
        words.emplace_back("--json");
        (void)run(words);
        return parse_json(out.str(), "out");
    }
};

constexpr int day = 86'400;

}  // namespace

TEST_CASE("backup says where it is, that it was read back, and that the keys are not in it") {
    Desk desk;
    CHECK(desk.run({"backup", desk.usb()}) == 0);
    CHECK_THAT(desk.out.str(), Catch::Contains("read back and verified"));
    CHECK_THAT(desk.err.str(), Catch::Contains("the keys are not in it"));
    desk.clock.move(1);
    CHECK(desk.run({"backup", desk.usb(), "--with-keys"}) == 0);
    CHECK_THAT(desk.err.str(), Catch::Contains("who has it can sign as this vault"));
    desk.clock.move(1);
    const Json made = desk.json({"backup", desk.usb()});
    CHECK(made.at("verified") == true);
    CHECK(fs::is_directory(made.at("backup").get<std::string>()));
    CHECK(desk.run({"verify"}) == 0);
}

TEST_CASE("verify of a backup's folder checks it as a backup") {
    Desk desk;
    const std::string backup = desk.json({"backup", desk.usb()}).at("backup");
    std::ostringstream out, err;
    CHECK(run_program({"verify", "--vault", backup}, out, err, {desk.folder / "state", &desk.clock, nullptr}) == 0);
    fs::remove(fs::path(backup) / "vault.toml");
    CHECK(run_program({"verify", "--vault", backup}, out, err, {desk.folder / "state", &desk.clock, nullptr}) == 1);
    CHECK_THAT(err.str(), Catch::Contains("vault.toml: is missing from the backup"));
}

TEST_CASE("due says how old the last backup is, and warns when something was logged since") {
    Desk desk;
    CHECK(desk.run({"due"}) == 0);
    CHECK_THAT(desk.err.str(), !Catch::Contains("backup"));
    desk.clock.move(8 * day);
    CHECK(desk.run({"due"}) == 1);
    CHECK_THAT(desk.err.str(), Catch::Contains("warning: backup: there is none, and the vault is 8 days old"));
    REQUIRE(desk.run({"backup", desk.usb()}) == 0);
    desk.clock.move(30 * day);
    CHECK(desk.run({"due"}) == 0);
    CHECK_THAT(desk.err.str(), Catch::Contains("note: backup: the last that was checked was made 30 days ago"));
    std::string settings = read_file(desk.folder / "vault/vault.toml", 1u << 20, Fault::storage);
    write_file_durably(desk.folder / "vault/vault.toml", settings + "\n[backup]\nwarn_after_days = 40\n", 0600);
    REQUIRE(desk.run({"settings", "accept"}) == 0);
    CHECK(desk.run({"due"}) == 0);
    desk.clock.move(10 * day);
    CHECK(desk.run({"due"}) == 1);
    CHECK_THAT(desk.err.str(), Catch::Contains("warning: backup: the last that was checked was made 40 days ago"));
    CHECK(desk.json({"due"}).at("backup").at("events_since") == 1);
}

TEST_CASE("an age of backups that is no number of days is not accepted") {
    Desk desk;
    const std::string settings = read_file(desk.folder / "vault/vault.toml", 1u << 20, Fault::storage);
    write_file_durably(desk.folder / "vault/vault.toml", settings + "\n[backup]\nwarn_after_days = \"x\"\n", 0600);
    CHECK(desk.run({"settings", "accept"}) == 2);
    CHECK_THAT(desk.err.str(), Catch::Contains("backup.warn_after_days"));
}

TEST_CASE("a place that cannot take a backup is refused in one line") {
    Desk desk;
    CHECK(desk.run({"backup", desk.folder / "nowhere"}) == 2);
    CHECK(desk.run({"backup", desk.vault()}) == 2);
    REQUIRE(desk.run({"backup", desk.usb()}) == 0);
    CHECK(desk.run({"backup", desk.usb()}) == 2);
    CHECK_THAT(desk.err.str(), Catch::Contains("is there already"));
}
