// The Spanish samples on paper: every clause of that locale, and every accent.
#include <catch2/catch.hpp>
#include <set>

#include "document/wording.h"
#include "support/pdf_text.h"
#include "workflow/salon.h"

using namespace ugoda;

namespace {

std::vector<std::string> spanish_samples() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(sample("")))
        if (const std::string name = entry.path().filename().string();
            name.starts_with("es-") && !name.ends_with("-visit.json"))
            names.push_back(name);
    return names;
}

std::set<std::string> clauses_of(const Workplace& place, const std::string& form) {
    const auto file = place.resources.templates().file("es-ES/" + form + ".md");
    std::set<std::string> ids;
    for (const Clause& clause : parse_wording(read_file(file, 1u << 20, Fault::wording)).clauses)
        ids.insert(form + " " + clause.id);
    return ids;
}

std::set<std::string> printed_for(const Workplace& place, const std::string& number) {
    std::set<std::string> ids;
    for (const RecordEntry& record : open_vault(place, Access::read).records(number))
        for (const Json& clause : record.issued.at("clauses"))
            ids.insert(record.form + " " + clause.at("id").get<std::string>());
    return ids;
}

}  // namespace

TEST_CASE("the Spanish samples together print every clause of the Spanish wordings") {
    Salon salon("salon-es.toml");
    std::set<std::string> printed, existing = clauses_of(salon.place(), "settlement");
    existing.merge(clauses_of(salon.place(), "intake"));
    for (const std::string& name : spanish_samples()) {
        const std::string number = salon.open(name);
        (void)salon.issue("settlement", number);
        if (name == "es-hair.json") (void)salon.issue("intake", number);
        printed.merge(printed_for(salon.place(), number));
    }
    CHECK(printed == existing);
}

TEST_CASE("Spanish accents and inverted signs are on the paper as they were typed") {
    Salon salon("salon-es.toml");
    const std::string number = salon.open("es-hair.json");
    const std::string text = pdf_text(salon.issue("settlement", number).files.at(0));
    const std::string intake = pdf_text(salon.issue("intake", number).files.at(0));
    for (const char* expected :
         {"¡no un pelo a rayas!", "¿Quién me lo arregla ahora?", "Medidas inmediatas"})
        CHECK_THAT(intake, Catch::Contains(without_blanks(expected)));
    for (const char* expected :
         {"CONTRATO DE TRANSACCIÓN n.º SET-2099-0001", "Begoña Soñada Güell", "16 de marzo de 2026",
          "***40,50 €*** (en letra: cuarenta euros con cincuenta céntimos)",
          "comunidad autónoma: Aragón", "Intérprete: Sancho Traslado Palabrero (firma)",
          "Cláusula 1.ª Documentos anexos y pruebas", "Ejemplar 1 de 2",
          "Muirne O’Nadie de Castillo-Niebla"})
        CHECK_THAT(text, Catch::Contains(without_blanks(expected)));
}

TEST_CASE("who acts for a minor in Spain signs, and the court's leave is named") {
    Salon salon("salon-es.toml");
    const std::string number = salon.open("es-earring.json");
    const std::string settlement = pdf_text(salon.issue("settlement", number).files.at(0));
    for (const char* expected : {"autorización judicial: Auto 00/2026",
                                 "su representante legal: Leocadia Ensoñación Yáñez",
                                 "mil doscientos euros con cincuenta céntimos"})
        CHECK_THAT(settlement, Catch::Contains(without_blanks(expected)));
    CHECK_THAT(pdf_text(salon.issue("intake", number).files.at(0)),
               Catch::Contains(without_blanks(
                   "Por el Cliente interviene su representante legal: Leocadia Ensoñación Yáñez")));
}

TEST_CASE("a Spanish case file alone makes a vault under Spanish law") {
    Salon salon("es-massage.json");
    CHECK(salon.made().empty());
    const Json settings = open_vault(salon.place(), Access::read).settings();
    CHECK(settings.at("locale") == "es-ES");
    CHECK(settings.at("currency") == "EUR");
    CHECK(settings.at("time_zone") == "Europe/Madrid");
    const std::string text =
        pdf_text(salon.issue("intake", salon.open("es-massage.json")).files.at(0));
    CHECK_THAT(text, Catch::Contains(without_blanks("ACTA DE RECEPCIÓN DE LA RECLAMACIÓN")));
    CHECK_THAT(text, Catch::Contains(without_blanks("en hoja oficial de reclamaciones")));
}
