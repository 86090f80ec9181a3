// The Italian samples together: every clause printed, every accent legible.
#include <catch2/catch.hpp>
#include <set>

#include "document/wording.h"
#include "support/pdf_text.h"
#include "workflow/case_reader.h"
#include "workflow/salon.h"

using namespace ugoda;

namespace {

constexpr const char* names[] = {"it-apology.json", "it-costume.json", "it-hair.json",
                                 "it-peeling.json", "it-wax.json"};

std::set<std::string> clauses_of(const std::string& form) {
    const auto file =
        std::filesystem::path(UGODA_SOURCE_DIR) / "templates" / "it-IT" / (form + ".md");
    std::set<std::string> ids;
    for (const Clause& clause : parse_wording(read_file(file, 1u << 20, Fault::wording)).clauses)
        ids.insert(clause.id);
    return ids;
}

/// The ids of the clauses that the case's records were printed with, as the log knows them.
std::set<std::string> printed_clauses(const Salon& salon, const std::string& number) {
    std::set<std::string> ids;
    for (const RecordEntry& record : open_vault(salon.place(), Access::read).records(number))
        for (const Json& clause : record.issued.at("clauses"))
            ids.insert(clause.at("id").get<std::string>());
    return ids;
}

struct Printed {
    std::string settlement, intake;  ///< the first copies, as poppler reads them, without blanks
};

Printed printed(const std::string& name) {
    Salon salon("salon-it.toml");
    const std::string number = salon.open(name);
    const Issued settlement = salon.issue("settlement", number),
                 intake = salon.issue("intake", number);
    REQUIRE(settlement.files.size() == 2);
    REQUIRE(intake.files.size() == 2);
    return {pdf_text(settlement.files[0]), pdf_text(intake.files[0])};
}

void check_holds(const std::string& text, std::initializer_list<const char*> phrases) {
    for (const char* phrase : phrases) CHECK_THAT(text, Catch::Contains(without_blanks(phrase)));
}

}  // namespace

TEST_CASE("the Italian samples together print every Italian clause") {
    std::set<std::string> printed, expected = clauses_of("settlement");
    expected.merge(clauses_of("intake"));
    for (const char* name : names) {
        Salon salon("salon-it.toml");
        const std::string number = salon.open(name);
        for (const char* form : {"settlement", "intake"})
            CHECK(salon.issue(form, number).findings.empty());
        printed.merge(printed_clauses(salon, number));
    }
    CHECK(printed == expected);
}

TEST_CASE("Italian amounts, dates and accents are read from the paper as they were written") {
    const Printed costume = printed("it-costume.json");
    check_holds(costume.settlement,
                {"***1.200,00 €*** (in lettere: milleduecento/00 euro) (la «Somma Transattiva»)",
                 "***163,00 €*** (in lettere: centosessantatré/00 euro)", "27 febbraio 2026",
                 "Compagnia Teatrale «La Città che non c’è»", "C.F.: 00000000103 (fittizio)",
                 "10 (riservatezza)", "Né la conclusione né l’esecuzione dell’Accordo"});
    const Printed apology = printed("it-apology.json");
    check_holds(apology.settlement,
                {"Maria Soledad Nessunò Dell’Àvventura", "uno sconto del 12,5% su:"});
    check_holds(apology.intake,
                {"VERBALE DI RICEZIONE DEL RECLAMO", "per telefono", "Il reclamo è pervenuto"});
}

TEST_CASE("a minor's Italian settlement names the guardian, the judge and the voucher") {
    const Printed wax = printed("it-wax.json");
    check_holds(wax.settlement,
                {"il rappresentante legale: Dorotea Però", "autorizzazione del giudice tutelare",
                 "***21,00 €*** (in lettere: ventuno/00 euro)", "ventitré/50 euro",
                 "li ho scelti liberamente", "Spazio per la marca da bollo, se dovuta"});
    check_holds(wax.intake, {"Il rappresentante legale del Cliente (firma leggibile)"});
}

TEST_CASE("an Italian redo has its interpreter and its photographs") {
    const Printed hair = printed("it-hair.json");
    check_holds(hair.settlement, {"Interprete: Sibilla Dall’Inverosimile (firma)",
                                  "Úrsula Quimera Ensueño", "Fotografia 1 – «prima»",
                                  "Fotografia 3 – «dopo»", "Informativa completa: all. n. 7"});
}
