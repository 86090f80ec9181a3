// With --json, standard output holds one JSON object and nothing else, whatever happens.
#include <catch2/catch.hpp>

#include "cli/shell.h"

using namespace ugoda;

namespace {

using Words = std::vector<std::string>;

Outcome as_data(Shell& shell, Words words) {
    words.push_back("--json");
    return shell.in_vault(std::move(words));
}

}  // namespace

TEST_CASE("every verb with --json prints one object, its findings in it, and nothing else anywhere") {
    Shell shell;
    const std::string number = opened_case(shell);
    const std::string photograph = Shell::sample("photographs/before-2.jpg");
    write_file_durably(shell.folder() + "/more.json", R"({"reply": {}})", 0600);
    const std::vector<std::pair<Words, std::string>> verbs = {
        {{"case", "open", Shell::sample("pl-nails.json")}, "case"},
        {{"case", "add", number, shell.folder() + "/more.json"}, "case"},
        {{"case", "list"}, "cases"},
        {{"case", "show", number}, "records"},
        {{"photo", "add", number, "--before", photograph}, "added"},
        {{"attach", number, Shell::sample("README.md"), "--kind", "other", "--title", "Cennik"}, "added"},
        {{"issue", "settlement", number, "--draft", "--out", shell.folder()}, "files"},
        {{"issue", "settlement", number, "--out", shell.folder()}, "record"},
        {{"trail", number}, "events"},
        {{"due"}, "due"},
        {{"due", number, "--ics", shell.folder() + "/due.ics"}, "limits"},
        {{"meet", number, "reply", "--how", "by letter"}, "met"},
        {{"verify"}, "intact"},
        {{"settings", "accept"}, "accepted"},
        {{"reindex"}, "findings"},
        {{"case", "close", number, "--despite", "x", "--by", "y"}, "case"},
        {{"--version"}, "version"},
        {{"--help"}, "help"},
        {{"issue", "--help"}, "help"}};
    for (const auto& [words, member] : verbs) {
        INFO(words.front() << ' ' << words.back());
        const Outcome outcome = as_data(shell, words);
        CHECK(outcome.code <= 1);
        CHECK(outcome.err.empty());
        CHECK(parse_json(outcome.out, "out").contains(member));
    }
    const Outcome made =
        shell.run({"init", shell.folder() + "/second", "--salon", Shell::sample("salon-pl.toml"), "--json"});
    CHECK(parse_json(made.out, "out").contains("vault"));
}

TEST_CASE("whatever is wrong with a request, --json says it as one object") {
    Shell shell;
    const std::string number = opened_case(shell);
    const std::vector<Words> requests = {
        {"isue"}, {}, {"case"}, {"issue", "settlement"}, {"case", "list", "--unknown"}, {"case", "show", "2026-9999"},
        {"case", "open", "/nonexistent"}, {"issue", "nothing", number}, {"--staff", "nobody", "case", "close", number},
        {"verify", "--witness", "/nonexistent"}};
    for (const Words& words : requests) {
        INFO((words.empty() ? "" : words.front() + ' ' + words.back()));
        const Outcome outcome = as_data(shell, words);
        CHECK(outcome.code == 2);
        CHECK(parse_json(outcome.out, "out").at("error").contains("remedy"));
        CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
    }
}

TEST_CASE("the version as data is the bare number") {
    Shell shell;
    const std::string version = parse_json(shell.run({"--version", "--json"}).out, "out").at("version");
    CHECK(shell.run({"--version"}).out == "ugoda " + version + "\n");
}
