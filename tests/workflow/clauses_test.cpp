// Which clauses there are, and what a lawyer approved.
#include <catch2/catch.hpp>

#include "workflow/clause_list.h"
#include "workflow/form_list.h"
#include "workflow/salon.h"

using namespace ugoda;

namespace {

bool is_warned_of(const Findings& findings, const std::string& clause) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.what.find("no lawyer has approved") != std::string::npos &&
               finding.what.find(clause) != std::string::npos;
    });
}

/// A salon whose settings hold no approval.
struct Unapproved : Salon {
    Unapproved() {
        const std::filesystem::path file = place().vault / "vault.toml";
        const std::string text = read_file(file, 1u << 20, Fault::input);
        write_file_durably(file, text.substr(0, text.find("[[approved]]")), 0600);
    }
};

ClauseLine clause(const Workplace& place, const std::string& id) {
    for (const ClauseLine& line : list_clauses(place, "settlement", ""))
        if (line.id == id) return line;
    return {};
}

}  // namespace

TEST_CASE("an approved clause is not warned of, the others are, and nothing of it stands on paper") {
    Unapproved salon;
    const std::string number = salon.open("pl-hair.json");
    CHECK(clause(salon.place(), "PL-S-12").by.empty());
    CHECK(approve_clauses(salon.place(), {{"PL-S-12"}, "r. pr. Hieronim Zmyślny", "2099-05-01", ""}).empty());
    CHECK(clause(salon.place(), "PL-S-12").by == "r. pr. Hieronim Zmyślny");
    const Issued issued = salon.issue("settlement", number);
    CHECK_FALSE(is_warned_of(issued.findings, "PL-S-12"));
    CHECK(is_warned_of(issued.findings, "PL-S-11B"));
}

TEST_CASE("a form's name approves all its clauses") {
    Unapproved salon;
    const std::string number = salon.open("pl-hair.json");
    CHECK(approve_clauses(salon.place(), {{"settlement"}, "r. pr. Hieronim Zmyślny", "2099-05-01", ""}).empty());
    CHECK_FALSE(is_warned_of(salon.issue("settlement", number).findings, "PL-S"));
}

TEST_CASE("an approval covers the text as it was, not what it becomes") {
    Unapproved salon;
    const std::string number = salon.open("pl-hair.json");
    CHECK(approve_clauses(salon.place(), {{"settlement"}, "r. pr. Hieronim Zmyślny", "2099-05-01", ""}).empty());
    const std::filesystem::path own = salon.place().vault / "templates/pl-PL";
    std::filesystem::create_directories(own);
    std::string text = read_file(salon.place().resources.folder / "templates/pl-PL/settlement.md", 1u << 20, Fault::input);
    const auto at = text.find("Skutki określone w");
    REQUIRE(at != std::string::npos);
    text.replace(at, 6, "Następstwa");
    write_file_durably(own / "settlement.md", text, 0600);
    const Findings findings = salon.issue("settlement", number).findings;
    CHECK(is_warned_of(findings, "PL-S-12"));
    CHECK_FALSE(is_warned_of(findings, "PL-S-11B"));
    CHECK(clause(salon.place(), "PL-S-12").by.empty());
}

TEST_CASE("an approval names a clause that is there, a person and a day that has come") {
    Salon salon;
    const auto where = [&](const Approval& approval) {
        const Findings findings = approve_clauses(salon.place(), approval);
        return findings.empty() ? std::string() : findings.front().where;
    };
    CHECK(where({{"PL-S-99"}, "r. pr. H. Zmyślny", "2099-05-01", ""}) == "clause 'PL-S-99'");
    CHECK(where({{"PL-S-12"}, " ", "2099-05-01", ""}) == "--by");
    CHECK(where({{"PL-S-12"}, "r. pr. H. Zmyślny", "2099-05-29", ""}) == "--on");
    CHECK(where({{"PL-S-12"}, "r. pr. H. Zmyślny", "1.5.2099", ""}) == "--on");
    CHECK(clause(salon.place(), "PL-S-12").by.empty());
}

TEST_CASE("forms are listed with the locales that have a wording, and what they ask is told in words") {
    const Resources resources = find_resources();
    const auto lines = list_forms(resources, "it-IT");
    REQUIRE(lines.size() >= 14);
    for (const FormLine& line : lines) {
        INFO(line.name);
        CHECK(line.locales.size() == 5);
        CHECK_FALSE(line.title.empty());
    }
    CHECK(in_words(Json::parse(R"({"all":[{"is":["variant","AB"]},{"not":{"has":"refund_amount"}}]})")) ==
          "variant is AB and not (refund_amount is given)");
    CHECK(in_words(Json::parse(R"({"some":["actions",{"less":["actions.due","day"]}]})")) ==
          "for some row of actions: actions.due is less or earlier than day");
    const Json settlement = described(load_form(resources, "settlement"));
    CHECK(settlement.at("fields").size() > 50);
    CHECK(settlement.at("rules").size() > 30);
}
