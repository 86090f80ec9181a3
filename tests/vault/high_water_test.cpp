// An old backup must not be written to: what was acknowledged since would be lost unseen.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "damage.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

void put_copy(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive);
}

fs::path second_mark(SmallVault& small) {
    return small.state() / small.open(Access::read).id() / "high-water";
}

}  // namespace

TEST_CASE("an old backup put back is refused for writing, told by verify, and still read") {
    SmallVault small;
    put_copy(small.folder(), small.beside("backup"));
    {
        Vault vault = small.open();
        open_case(vault);
    }
    put_copy(small.beside("backup"), small.folder());
    CHECK_THROWS_WITH(small.open(), Catch::Contains("this looks like an old backup"));
    CHECK(small.open(Access::read).size() == 1);
    CHECK_THAT(told(small.verify()), Catch::Contains("this looks like an old backup"));
}

TEST_CASE("an old index in the present folder is refused") {
    SmallVault small;
    const std::string old = read_all(small.folder() / "index.db");
    {
        Vault vault = small.open();
        open_case(vault);
    }
    overwrite(small.folder() / "index.db", old);
    fs::remove_all(small.state());
    CHECK_THROWS_AS(small.open(), Error);
    CHECK_FALSE(is_intact(small.verify()));
}

TEST_CASE("an old backup that was written to elsewhere is refused when it comes home") {
    SmallVault small;
    put_copy(small.folder(), small.beside("backup"));
    {
        Vault vault = small.open();
        open_case(vault);
    }
    Surroundings elsewhere = small.surroundings();
    elsewhere.state_folder = small.beside("other computer");
    {
        Vault other(small.beside("backup"), Access::write, elsewhere);
        add(other, {"settings.changed",
                    std::nullopt,
                    Json::object(),
                    {other.put("x", "settings")},
                    "s-1"});
    }
    put_copy(small.beside("backup"), small.folder());
    CHECK_THROWS_WITH(small.open(), Catch::Contains("not those that were acknowledged"));
}

TEST_CASE("a backup put back while the vault is open is refused at the next change") {
    SmallVault small;
    const std::string old_mark = read_all(small.folder() / "high-water");
    Vault vault = small.open();
    open_case(vault);
    harm(small,
         "DELETE FROM event WHERE seq = 1; DELETE FROM payload WHERE seq = 1;"
         "DELETE FROM node WHERE id > 0; DELETE FROM head WHERE size > 1; DELETE FROM case_event;"
         "DELETE FROM case_file; DELETE FROM summary");
    overwrite(small.folder() / "high-water", old_mark);
    CHECK_THROWS_WITH(open_case(vault), Catch::Contains("old backup"));
    CHECK(vault.size() == 1);
}

TEST_CASE("a missing second mark is made anew with the next change") {
    SmallVault small;
    const fs::path mark = second_mark(small);
    fs::remove_all(small.state());
    CHECK(is_intact(small.verify()));
    Vault vault = small.open();
    open_case(vault);
    CHECK(read_all(mark) == read_all(small.folder() / "high-water"));
    CHECK(told(small.verify()) == "");
}

TEST_CASE("without the vault's own mark nothing is written") {
    SmallVault small;
    fs::remove(small.folder() / "high-water");
    CHECK_THROWS_WITH(small.open(), Catch::Contains("high-water: is missing"));
}

TEST_CASE("when the second mark cannot be kept, nothing is changed") {
    SmallVault small;
    Surroundings surroundings = small.surroundings();
    surroundings.state_folder = small.beside("blocked") / "state";
    write_file_durably(small.beside("blocked"), "", 0600);
    Vault vault(small.folder(), Access::write, surroundings);
    CHECK_THROWS_AS(open_case(vault), Error);
    CHECK(vault.size() == 1);
}

TEST_CASE("a mark of another vault is refused") {
    SmallVault small, other;
    overwrite(small.folder() / "high-water", R"({"origin":"ugoda/000000000000","root":")" +
                                                 std::string(64, '0') + "\",\"size\":1}\n");
    CHECK_THROWS_WITH(small.open(), Catch::Contains("belongs to another vault"));
    CHECK_FALSE(is_intact(small.verify()));
}

TEST_CASE("a mark behind the log is no damage: the commit before it counts") {
    SmallVault small;
    const std::string old = read_all(small.folder() / "high-water");
    {
        Vault vault = small.open();
        open_case(vault);
    }
    overwrite(small.folder() / "high-water", old);
    CHECK(is_intact(small.verify()));
    Vault vault = small.open();
    open_case(vault);
    CHECK(told(small.verify()) == "");
}
