#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "workflow/record_life.h"
#include "workflow/salon.h"

using namespace ugoda;

namespace {

std::string source_text(const std::filesystem::path& name) {
    return read_file(std::filesystem::path(UGODA_SOURCE_DIR) / name, 1u << 20, Fault::input);
}

/// Every kind that a file of src/workflow appends: directly, or by `live` and `log` of a record's life.
std::set<std::string> appended_kinds() {
    static const std::regex appends(R"re((?:append\(\{|live\([a-z_]+, [a-z_]+, |log\([a-z_]+, [a-z_]+, )"([a-z_.]+)")re");
    std::set<std::string> kinds;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(UGODA_SOURCE_DIR) / "src/workflow")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string text = source_text(entry.path());
        for (std::sregex_iterator match(text.begin(), text.end(), appends), end; match != end; ++match)
            kinds.insert((*match)[1]);
    }
    return kinds;
}

}  // namespace

TEST_CASE("every kind of event that is appended has its line in FORMAT.md") {
    const std::string format = source_text("src/vault/FORMAT.md");
    const std::string table = format.substr(format.find("| kind | content"), format.find("The header names") - format.find("| kind | content"));
    const auto kinds = appended_kinds();
    CHECK(kinds.size() >= 18);
    for (const std::string& kind : kinds) {
        INFO(kind);
        CHECK_THAT(table, Catch::Contains("`" + kind + "`"));
    }
}

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
    REQUIRE(trail.lines.front().paper);
    CHECK(trail.lines.front().paper->record == "SET-2099-0001");
    CHECK_FALSE(trail.lines.back().paper);
}

TEST_CASE("a copy in the house is told as such, and one handed over with its name and time") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    const std::string intake = salon.issue("intake", number).record;
    const auto first = [&] { return pull_trail(salon.place(), number).lines.front().paper; };
    REQUIRE(first());
    CHECK(first()->handed_over.empty());
    CHECK_FALSE(first()->is_printed);
    REQUIRE(print_record(salon.place(), intake, {2, "", ""}).record == intake);
    CHECK(first()->is_printed);
    const std::string settlement = salon.issue("settlement", number).record;
    (void)hand_over_record(salon.place(), settlement, {2, "Ewa Nieistniejąca", ""});
    REQUIRE(first()->record == settlement);  // the intake's copies never left
    CHECK(first()->copy == 2);
    CHECK(first()->to == "Ewa Nieistniejąca");
    CHECK_FALSE(first()->handed_over.empty());
    (void)hand_over_record(salon.place(), intake, {2, "Ewa Nieistniejąca", ""});
    CHECK(first()->record == settlement);
}

TEST_CASE("another client's paper covers what was before it, and is not named") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json"), other = salon.open("pl-nails.json");
    (void)hand_over_record(salon.place(), salon.issue("settlement", other).record, {2, "Ktoś Inny", ""});
    const Trail trail = pull_trail(salon.place(), number);
    REQUIRE(trail.lines.front().paper);
    CHECK(trail.lines.front().paper->record.empty());
    CHECK_FALSE(trail.lines.front().paper->handed_over.empty());
    CHECK(to_json(trail).dump().find("Inny") == std::string::npos);
    CHECK(to_json(trail).dump().find("SET-") == std::string::npos);
}

TEST_CASE("a timestamp is a witness of what its checkpoint covers") {
    Salon salon;
    const std::string number = salon.open("pl-hair.json");
    CHECK_FALSE(pull_trail(salon.place(), number).lines.front().timestamp);
    Vault vault = open_vault(salon.place(), Access::write);
    vault.write([&](Writer& writer) {
        writer.append({"timestamp.token", std::nullopt, {{"size", vault.size() - 1}}, {}, "owner"});
    });
    const Trail trail = pull_trail(salon.place(), number);
    REQUIRE(trail.lines.front().timestamp);
    CHECK(trail.lines.front().timestamp->size == trail.log_size - 2);
    CHECK_FALSE(trail.lines.back().timestamp);
    CHECK_FALSE(salon.is_intact());  // no token is behind that event; timestamp_test has real ones
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
