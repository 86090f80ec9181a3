#include "cli/program.h"

#include <catch2/catch.hpp>

#include "cli/shell.h"

using namespace ugoda;

TEST_CASE("version and help are data on standard output and done") {
    Shell shell;
    CHECK(shell.run({"--version"}).out.find("ugoda 0.") == 0);
    CHECK(shell.run({"--help"}).code == 0);
    for (const char* verb : {"init", "verify", "issue", "trail", "attach"})
        CHECK_THAT(shell.run({verb, "--help"}).out, Catch::Contains("Exit codes:"));
}

TEST_CASE("an unknown verb is one line on standard error and exit code 2") {
    Shell shell;
    const Outcome outcome = shell.run({"isue"});
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
    CHECK_THAT(outcome.err, Catch::StartsWith("ugoda: command line: "));
}

TEST_CASE("the vault may be named before or after the verb") {
    Shell shell;
    REQUIRE(shell.init().code == 0);
    CHECK(shell.run({"--vault", shell.vault(), "case", "list"}).code == 0);
    CHECK(shell.run({"case", "list", "--vault", shell.vault()}).code == 0);
}

TEST_CASE("a missing vault is a storage error and never intact") {
    Shell shell;
    const Outcome outcome = shell.in_vault({"verify"});
    CHECK(outcome.code == 3);
    CHECK(outcome.out.empty());
    CHECK_FALSE(std::filesystem::exists(shell.vault()));
}

TEST_CASE("a folder that is not empty is not made a vault") {
    Shell shell;
    CHECK(shell.run({"init", UGODA_SOURCE_DIR, "--salon", Shell::sample("salon-pl.toml")}).code == 2);
}

TEST_CASE("a missing case file is exit code 2 and names the file") {
    Shell shell;
    (void)shell.init();
    const Outcome outcome = shell.in_vault({"case", "open", "/nonexistent/case.json"});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Catch::Contains("/nonexistent/case.json"));
}

TEST_CASE("opening a case with --json is one object with case and findings") {
    Shell shell;
    (void)shell.init();
    const Outcome outcome = shell.in_vault({"case", "open", Shell::sample("pl-hair.json"), "--json"});
    const Json value = parse_json(outcome.out, "out");
    CHECK_THAT(value.at("case").get<std::string>(), Catch::EndsWith("-0001"));
    CHECK(value.at("findings").is_array());
    CHECK(outcome.err.empty());
}

TEST_CASE("issuing with --json names record, files and findings") {
    Shell shell;
    const std::string number = opened_case(shell);
    const Outcome outcome = shell.in_vault({"issue", "settlement", number, "--out", shell.folder(), "--json"});
    const Json value = parse_json(outcome.out, "out");
    CHECK_THAT(value.at("record").get<std::string>(), Catch::StartsWith("SET-"));
    CHECK(value.at("files").size() == 2);
    CHECK(std::filesystem::exists(value.at("files").at(0).get<std::string>()));
}

TEST_CASE("a refused issue says why in the one object and is exit code 2") {
    Shell shell;
    const std::string number = opened_case(shell);
    write_file_durably(shell.folder() + "/answers.json", R"({"reflection_days": 0})", 0600);
    const Outcome outcome = shell.in_vault(
        {"issue", "settlement", number, "--answers", shell.folder() + "/answers.json", "--out", shell.folder(), "--json"});
    CHECK(outcome.code == 2);
    const Json value = parse_json(outcome.out, "out");
    CHECK(value.at("record").is_null());
    CHECK(value.at("files").empty());
    CHECK(value.at("findings").at(0).contains("remedy"));
}

TEST_CASE("a whole vault is intact, a damaged one is not, and both say so") {
    Shell shell;
    (void)opened_case(shell);
    const Outcome whole = shell.in_vault({"verify", "--json"});
    CHECK(whole.code == 0);
    CHECK(parse_json(whole.out, "out").at("intact") == true);
    const std::string toml = shell.vault() + "/vault.toml";
    write_file_durably(toml, read_file(toml, 1 << 20, Fault::internal) + "# edited\n", 0600);
    const Outcome edited = shell.in_vault({"verify", "--json"});
    CHECK(edited.code == 1);
    CHECK(parse_json(edited.out, "out").at("intact") == false);
    CHECK(shell.in_vault({"settings", "accept"}).code == 0);
    CHECK(shell.in_vault({"verify"}).out.find("intact") == 0);
}

TEST_CASE("a trail with --json lists the events of the case") {
    Shell shell;
    const std::string number = opened_case(shell);
    const Json value = parse_json(shell.in_vault({"trail", number, "--json"}).out, "out");
    CHECK(value.at("case") == number);
    CHECK(value.at("events").at(0).at("kind") == "case.opened");
}

TEST_CASE("staff are known by the ids of vault.toml") {
    Shell shell;
    (void)shell.init();
    const Outcome outcome = shell.in_vault({"--staff", "nobody", "case", "open", Shell::sample("pl-hair.json")});
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, Catch::Contains("--staff: nobody has the id 'nobody'"));
}

TEST_CASE("control characters in what the user typed do not reach the terminal") {
    Shell shell;
    (void)shell.init();
    const Outcome outcome = shell.in_vault({"case", "show", "\x1b[2J\n"});
    CHECK(outcome.code == 2);
    CHECK(outcome.err.find('\x1b') == std::string::npos);
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
}
