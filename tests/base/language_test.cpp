#include "base/language.h"

#include <catch2/catch.hpp>

#include "base/error.h"

using namespace ugoda;

TEST_CASE("amounts are grouped and pointed as the country writes them") {
    CHECK(decimal_text(120000, 2, "pl_PL") == "1\u00a0200,00");
    CHECK(decimal_text(120000, 2, "it_IT") == "1.200,00");
    CHECK(decimal_text(120000, 2, "es_ES") == "1.200,00");
    CHECK(decimal_text(120000, 2, "el_GR") == "1.200,00");
    CHECK(decimal_text(120000, 2, "en_GB") == "1,200.00");
    CHECK(decimal_text(5, 2, "pl_PL") == "0,05");
    CHECK(decimal_text(-5, 2, "en_GB") == "-0.05");
}

TEST_CASE("numbers are spelled without the soft hyphens that ICU puts in") {
    CHECK(spell_out(350, "it_IT") == "trecentocinquanta");
    CHECK(spell_out(480, "en_GB", "%spellout-cardinal-verbose") == "four hundred and eighty");
}

TEST_CASE("Polish has few and many") {
    CHECK(plural_category(1, "pl_PL") == "one");
    CHECK(plural_category(3, "pl_PL") == "few");
    CHECK(plural_category(12, "pl_PL") == "many");
    CHECK(plural_category(22, "pl_PL") == "few");
}

TEST_CASE("a date is written in the words of its language") {
    CHECK(date_text(2026, 3, 12, "d MMMM yyyy", "it_IT") == "12 marzo 2026");
    CHECK(date_text(2026, 3, 12, "dd.MM.yyyy", "pl_PL") == "12.03.2026");
    CHECK(date_text(1024, 2, 29, "dd.MM.yyyy", "pl_PL") == "29.02.1024");
}

TEST_CASE("a line may break after a blank and never at a no-break space") {
    const auto breaks = line_breaks("ab cd\u00a0ef", "pl_PL");
    REQUIRE(breaks.size() == 2);
    CHECK(breaks[0].offset == 3);
    CHECK_FALSE(breaks[0].mandatory);
}

TEST_CASE("a slash and the hundredths behind it stay on one line") {
    const auto breaks = line_breaks("ventuno/00 euro", "it_IT");
    REQUIRE(breaks.size() == 2);
    CHECK(breaks[0].offset == 11);
}

TEST_CASE("an unknown rule set is a wording error, not a crash") {
    CHECK_THROWS_AS(spell_out(1, "pl_PL", "%no-such-rules"), Error);
}

TEST_CASE("Polish sorts its own letters after the plain ones") { CHECK(collate("łza", "lza", "pl_PL") > 0); }
