// What is Italian about the Italian papers: dates, what stays on a line, the stamp, the second
// signature.
#include <catch2/catch.hpp>

#include "document/composing.h"
#include "document/typography.h"

using namespace ugoda;
using namespace ugoda::testing;

namespace {

const Locale& italian() {
    static const Locale locale = load_locale(source_dir / "templates", "it-IT");
    return locale;
}

std::string tied(const std::string& text) {
    std::string result = tidied(text, italian());
    for (auto at = result.find("\u00A0"); at != std::string::npos; at = result.find("\u00A0"))
        result.replace(at, 2, "~");
    return result;
}

std::string wording(const std::string& form) {
    return read_file(source_dir / "templates" / "it-IT" / (form + ".md"), 1u << 20, Fault::wording);
}

}  // namespace

TEST_CASE("an Italian date has the month in small letters") {
    Field date;
    date.type = FieldType::date;
    CHECK(value_text(date, "2026-03-12", italian()) == "12 marzo 2026");
    Field moment;
    moment.type = FieldType::datetime;
    CHECK(value_text(moment, "2026-08-01T09:05:00+02:00", italian()) == "1 agosto 2026, 09:05");
}

TEST_CASE("Italian abbreviations keep what they shorten") {
    CHECK(tied("di cui agli artt. 9 e 10") == "di cui agli artt.~9 e 10");
    CHECK(tied("art. 6, par. 1, lett. b, GDPR") == "art.~6, par.~1, lett.~b, GDPR");
    CHECK(tied("l’originale n. 1 di 2; (all. n. 4)") == "l’originale n.~1~di~2; (all.~n.~4)");
    CHECK(tied("art. 3 del D.Lgs. 206/2005") == "art.~3 del D.Lgs.~206/2005");
    CHECK(tied("alle ore 17:30 del 9 febbraio 2026") == "alle ore~17:30 del 9~febbraio~2026");
    CHECK(tied("trecento/00 euro, 64,00 €") == "trecento/00~euro, 64,00~€");
}

TEST_CASE("wording and labels have typographic apostrophes and no soft hyphens") {
    for (const std::string& text :
         {wording("settlement"), wording("intake"), italian().labels.dump()})
        for (const char* wrong : {"'", "\u00AD", "„", "“"}) {
            INFO(wrong);
            CHECK(text.find(wrong) == std::string::npos);
        }
}

TEST_CASE("a settlement has its space for the stamp and the second signature under Italian law") {
    const std::string text = wording("settlement");
    CHECK(text.find("{{#jurisdiction_is_IT}}\n```space\nstamp: ") != std::string::npos);
    CHECK(text.find("artt. 1341 e 1342 c.c.") <
          text.find("approval(client_name): Firma del Cliente"));
    CHECK(text.find("approval(client_name)") < text.find("receipt: "));
}
