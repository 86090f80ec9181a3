// A Greek salon from its case file to the paper: every clause, every letter.
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "document/wording.h"
#include "support/pdf_text.h"
#include "workflow/case_reader.h"
#include "workflow/salon.h"

using namespace ugoda;

namespace {

constexpr const char* greek_samples[] = {"el-carpets.json", "el-dress.json", "el-hair.json",
                                         "el-laser.json", "el-makeup.json"};

std::set<std::string> clauses_of_templates() {
    std::set<std::string> ids;
    for (const char* form : {"settlement.md", "intake.md"}) {
        const auto file = find_resources().templates().file(std::string("el-GR/") + form);
        for (const Clause& clause :
             parse_wording(read_file(file, 1u << 20, Fault::wording)).clauses)
            ids.insert(clause.id);
    }
    return ids;
}

/// Words of the parties' own long answers that cannot be found on the paper.
std::string lost_words(const Json& section, const std::string& paper) {
    std::string lost;
    for (const char* field :
         {"event_description", "client_demand_text", "client_position", "salon_position",
          "reciprocal_concessions", "known_consequences", "remedy_description"}) {
        std::istringstream words(text_at(section, field));
        for (std::string word; words >> word;)
            if (paper.find(word) == std::string::npos) lost += word + " ";
    }
    return lost;
}

}  // namespace

TEST_CASE("a case file of a Greek salon makes a Greek vault") {
    const Salon salon("el-hair.json");
    REQUIRE(salon.made().empty());
    const Json settings = open_vault(salon.place(), Access::read).settings();
    CHECK(text_at(settings, "locale") == "el-GR");
    CHECK(text_at(settings, "country") == "GR");
    CHECK(text_at(settings, "currency") == "EUR");
    CHECK(text_at(settings, "time_zone") == "Europe/Athens");
}

TEST_CASE("the Greek samples together print every Greek clause") {
    std::set<std::string> printed;
    for (const char* name : greek_samples) {
        Salon salon("salon-el.toml");
        const std::string number = salon.open(name);
        for (const char* form : {"settlement", "intake"}) (void)salon.issue(form, number);
        for (const RecordEntry& record : open_vault(salon.place(), Access::read).records(number))
            for (const Json& clause : record.issued.at("clauses"))
                printed.insert(text_at(clause, "id"));
    }
    CHECK(printed == clauses_of_templates());
}

TEST_CASE("every word that Greek parties wrote is read from the paper as they wrote it") {
    for (const char* name : greek_samples) {
        INFO(name);
        Salon salon("salon-el.toml");
        const std::string number = salon.open(name);
        const Json file = read_case_file(sample(name));
        CHECK(lost_words(file.at("settlement"),
                         pdf_text(salon.issue("settlement", number).files.at(1))) == "");
        CHECK(lost_words(file.at("intake"), pdf_text(salon.issue("intake", number).files.at(1))) ==
              "");
    }
}

TEST_CASE("guardian, interpreter, voucher and choice have their lines on a Greek paper") {
    Salon salon("salon-el.toml");
    const std::string paper =
        pdf_text(salon.issue("settlement", salon.open("el-dress.json")).files.at(0));
    for (const char* phrase :
         {"νόμιμος εκπρόσωπος: Wanda Nierealna", "Διερμηνέας: Έλλη Δίγλωσση (υπογραφή)",
          "Υπογραφή Πελάτη", "***45,50 €*** (ολογράφως: σαράντα πέντε ευρώ και πενήντα λεπτά)",
          "έκπτωση 12,5% για:", "αντίτυπο 1 από 2· αριθμός σελίδων:"})
        CHECK_THAT(paper, Catch::Contains(without_blanks(phrase)));
}
