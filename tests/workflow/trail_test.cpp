#include <catch2/catch.hpp>

#include "workflow/salon.h"

using namespace ugoda;

TEST_CASE("the trail tells every event of the case, oldest first, and none of another case") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    (void)salon.open("pl-nails.json");
    (void)salon.issue("settlement", number);
    const Trail trail = pull_trail(salon.place(), number);
    REQUIRE(trail.lines.size() >= 7);
    CHECK(trail.lines.front().kind == "case.opened");
    CHECK(trail.lines.back().kind == "record.issued");
    for (std::size_t i = 0; i < trail.lines.size(); ++i) CHECK(trail.lines[i].case_seq == i + 1);
}

TEST_CASE("events before a settlement are covered by its copies, later ones by none") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    (void)salon.issue("settlement", number);
    (void)close_case(salon.place(), number, {"", "test", "Nobody"});
    const Trail trail = pull_trail(salon.place(), number);
    REQUIRE(trail.lines.front().witness);
    CHECK(trail.lines.front().witness->record == "SET-2099-0001");
    CHECK_FALSE(trail.lines.back().witness);
}

TEST_CASE("the checkpoint of a client's paper is an ancestor of the present log") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    (void)salon.issue("settlement", number);
    const std::string note = open_vault(salon.place(), Access::read).first_checkpoint(0)->note;
    (void)close_case(salon.place(), number, {"", "test", "Nobody"});
    write_file_durably(salon.path("witness.txt"), note, 0600);
    CHECK(check_witness(salon.place(), salon.path("witness.txt")).is_intact);
}

TEST_CASE("a checkpoint that this log never signed is told as such") {
    Salon salon, other;
    const std::string number = other.open("pl-hair.json");
    (void)other.issue("settlement", number);
    write_file_durably(salon.path("witness.txt"), open_vault(other.place(), Access::read).first_checkpoint(0)->note, 0600);
    const VaultReport report = check_witness(salon.place(), salon.path("witness.txt"));
    CHECK_FALSE(report.is_intact);
    CHECK_FALSE(report.findings.empty());
}

TEST_CASE("an edit of vault.toml is told until it is accepted") {
    Salon salon;
    const auto file = salon.place().vault / "vault.toml";
    write_file_durably(file, read_file(file, 1 << 20, Fault::internal) + "\n# a remark\n", 0600);
    CHECK_FALSE(salon.is_intact());
    CHECK(accept_settings(salon.place()).is_new);
    CHECK(salon.is_intact());
    CHECK_FALSE(accept_settings(salon.place()).is_new);
}

TEST_CASE("making the derived tables anew changes nothing that can be seen") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    (void)salon.issue("settlement", number);
    const Json before = to_json(show_case(salon.place(), number));
    reindex_vault(salon.place());
    CHECK(to_json(show_case(salon.place(), number)) == before);
    CHECK(salon.is_intact());
}
