// Visits and clients on the command line.
#include <catch2/catch.hpp>

#include "cli/shell.h"

using namespace ugoda;

namespace {

constexpr const char* visit_file = R"({"client": {"client_name": "Ewa Ó", "client_id": "K-12"},
    "treatment": {"treatment_name": "Manicure"}, "client_card": {"allergies": ["akrylany", "lateks"], "pregnancy": "no",
    "diseases": [], "previous_treatments": [{"what": "henna", "year": 2023}]}})";
constexpr const char* complaint_file = R"({"intake": {"treatment_name": "Manicure", "treatment_date": "2026-05-02",
    "received_at": "2026-05-08T18:40:00+02:00", "event_description": "Trzy paznokcie."}})";

struct VisitedShell : Shell {
    VisitedShell() {
        (void)init();
        write_file_durably(file("visit.json"), visit_file, 0600);
        write_file_durably(file("case.json"), complaint_file, 0600);
        visit = json({"visit", "open", file("visit.json")}).at("visit");
    }
    [[nodiscard]] std::string file(const std::string& name) const { return folder() + "/" + name; }
    Json json(std::vector<std::string> words) {
        words.push_back("--json");
        return parse_json(in_vault(words).out, "out");
    }
    std::string visit;
};

}  // namespace

TEST_CASE("a visit is opened, listed and shown, for people and for programs") {
    VisitedShell shell;
    CHECK_THAT(shell.visit, Catch::StartsWith("V-") && Catch::EndsWith("-0001"));
    CHECK_THAT(shell.in_vault({"visit", "list"}).out, Catch::Contains("Ewa Ó, Manicure"));
    CHECK(shell.json({"visit", "list"}).at("visits").at(0).at("visit") == shell.visit);
    CHECK_THAT(shell.in_vault({"visit", "show", shell.visit}).out, Catch::StartsWith("visit " + shell.visit + ", opened"));
    CHECK_THAT(shell.in_vault({"trail", shell.visit}).out, Catch::StartsWith("visit " + shell.visit + ", log"));
    CHECK(shell.in_vault({"case", "list"}).err == "no cases yet\n");
    const Outcome again = shell.in_vault({"visit", "open", shell.file("visit.json")});
    CHECK(again.code == 0);
    CHECK_THAT(again.out, Catch::EndsWith("-0002 opened\n"));
}

TEST_CASE("a case is opened about visits, each named by an option of its own before or after the file") {
    VisitedShell shell;
    const std::string second = shell.json({"visit", "open", shell.file("visit.json")}).at("visit");
    const std::string number = shell.json({"case", "open", "--visit", shell.visit, shell.file("case.json"), "--visit", second}).at("case");
    CHECK(shell.json({"case", "show", number}).at("visits") == Json({shell.visit, second}));
    CHECK_THAT(shell.in_vault({"case", "show", number}).out, Catch::Contains("about visit: " + shell.visit + ", " + second));
    CHECK_THAT(shell.in_vault({"visit", "show", second}).out, Catch::Contains("later case: " + number));
}

TEST_CASE("a number of the wrong kind or of nothing is told in one line, and is exit code 2") {
    VisitedShell shell;
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong = {
        {{"case", "close", shell.visit}, "visit " + shell.visit + ": is no case"},
        {{"case", "show", shell.visit}, "is no case"},
        {{"case", "add", shell.visit, shell.file("case.json")}, "is no case"},
        {{"visit", "show", "2026-0001"}, "case 2026-0001: is no visit"},
        {{"visit", "show", "V-1999-0001"}, "is not in this vault; see ugoda visit list"},
        {{"trail", "V-1999-0001"}, "visit 'V-1999-0001': is not in this vault"},
        {{"photo", "add", "V-1999-0001", "--before", Shell::sample("photographs/before-1.jpg")}, "is not in this vault"},
        {{"case", "open", shell.file("case.json"), "--visit", "V-1999-0001"}, "visits: V-1999-0001 is not in this vault"},
        {{"case", "open", shell.file("case.json"), "--visit", ""}, "--visit: is empty"},
        {{"visit", "open", shell.file("case.json")}, "intake: is a complaint"},
        {{"client", "show", "Nikt"}, "client 'Nikt': is not in this vault; see ugoda client list"}};
    for (const auto& [words, line] : wrong) {
        const Outcome outcome = shell.in_vault(words);
        INFO(line);
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.err, Catch::Contains(line));
    }
    CHECK(shell.json({"case", "list"}).at("cases").empty());
}

TEST_CASE("a client is shown with consents that are missing, and without health data") {
    VisitedShell shell;
    const std::string number = shell.json({"case", "open", shell.file("case.json"), "--visit", shell.visit}).at("case");
    const std::string told = shell.in_vault({"client", "show", "Ewa Ó"}).out;
    CHECK_THAT(told, Catch::StartsWith("client K-12, Ewa Ó\n  visit " + shell.visit));
    CHECK_THAT(told, Catch::Contains("consent, health data: missing") && Catch::Contains("open case " + number) &&
                         Catch::Contains("photographs: 0\n") && !Catch::Contains("akrylany"));
    CHECK(shell.json({"client", "show", "K-12"}).at("consents").size() == 4);
    CHECK_THAT(shell.in_vault({"client", "list"}).out, Catch::StartsWith("K-12  Ewa Ó, visits 1, complaints 1, open 1\n"));
    CHECK(shell.json({"client", "list"}).at("clients").at(0).at("open_cases") == Json({number}));
}

TEST_CASE("health data is shown with a reason only, and the reason is in the trail") {
    VisitedShell shell;
    for (const std::vector<std::string>& words : {std::vector<std::string>{"client", "show", "K-12", "--health"},
                                                  {"client", "show", "K-12", "--why", "przed zabiegiem"},
                                                  {"client", "show", "K-12", "--health", "--why", ""},
                                                  {"client", "show", "K-12", "--health", "--why", " "}}) {
        const Outcome refused = shell.in_vault(words);
        CHECK(refused.code == 2);
        CHECK(refused.out.empty());
    }
    CHECK(shell.json({"trail", shell.visit}).at("events").size() == 1);
    const Outcome shown = shell.in_vault({"client", "show", "K-12", "--health", "--why", "przed zabiegiem"});
    CHECK_THAT(shown.out, Catch::Contains("allergies: akrylany, lateks\n") && Catch::Contains("diseases: none\n") &&
                              Catch::Contains("previous_treatments: what henna, year 2023\n"));
    CHECK(shell.json({"client", "show", "K-12", "--health", "--why", "x"}).at("health").at("client_card").at("pregnancy") == "no");
    const Json events = shell.json({"trail", shell.visit}).at("events");
    REQUIRE(events.size() == 3);
    CHECK(events.at(1).at("what") == "client_card read: przed zabiegiem");
    CHECK(shell.in_vault({"verify"}).code == 0);
}
