// What is left of a vault when payloads are gone, or when another version made its tables.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "damage.h"
#include "small_vault.h"

using namespace ugoda;

TEST_CASE("a case whose opening was erased keeps its number, and reindexing still works") {
    SmallVault small;
    small.with_cases();
    {
        Vault vault = small.open();
        add(vault, {"erased", std::nullopt, {{"events", {1}}, {"ground", "request"}}, {}, "s-1"});
    }
    harm(small, "DELETE FROM payload WHERE seq = 1");
    Vault vault = small.open();
    vault.reindex();
    CHECK(told(small.verify()) == "note: event 1: its payload was erased, by event 10\n");
    CHECK(vault.events("2026-0001").size() > 1);
    CHECK(open_case(vault) == "2026-0003");
}

TEST_CASE("a vault from which everything of all cases was erased can be reindexed and used") {
    SmallVault small;
    small.with_cases();
    Json all = Json::array();
    for (int seq = 1; seq < 10; ++seq) all.push_back(seq);
    {
        Vault vault = small.open();
        add(vault, {"erased", std::nullopt, {{"events", all}}, {}, "s-1"});
    }
    harm(small, "DELETE FROM payload WHERE seq BETWEEN 1 AND 9");
    Vault vault = small.open();
    vault.reindex();
    CHECK(is_intact(small.verify()));
    CHECK(open_case(vault) == "2026-0003");
}

TEST_CASE("what was fixed may be erased and what was issued stay") {
    SmallVault small;
    small.with_cases();
    const auto fixed = small.open().records("2026-0001").at(0).fixed_seq;
    {
        Vault vault = small.open();
        add(vault, {"erased", std::nullopt, {{"events", {fixed}}}, {}, "s-1"});
    }
    harm(small, "DELETE FROM payload WHERE seq = " + std::to_string(fixed));
    Vault vault = small.open();
    vault.reindex();
    CHECK(is_intact(small.verify()));
}

TEST_CASE(
    "an index that another version of the program made is told, and reindexing makes it ours") {
    SmallVault small;
    small.with_cases();
    harm(small,
         "DROP TABLE case_event; CREATE TABLE case_event (seq INTEGER PRIMARY KEY, number TEXT); "
         "CREATE TABLE attachment (number TEXT)");
    CHECK_THROWS_WITH(
        small.open().events("2026-0001"),
        Catch::Contains("another version made it") && Catch::Contains("ugoda reindex"));
    CHECK_THAT(told(small.verify()), Catch::Contains("another version made it"));
    small.open().reindex();
    CHECK(told(small.verify()) == "");
    CHECK(small.open().events("2026-0001").size() > 1);
}
