#include "document/locale.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/error.h"

using namespace ugoda;

namespace {

const std::filesystem::path templates = std::filesystem::path(UGODA_SOURCE_DIR) / "templates";

const Locale& polish() {
    static const Locale locale = load_locale(templates, "pl-PL");
    return locale;
}

const Locale& british() {
    static const Locale locale = load_locale(templates, "en-GB");
    return locale;
}

Field field_of(FieldType type, std::vector<std::string> choices = {}) {
    Field field;
    field.name = "payment_method";
    field.type = type;
    field.choices = std::move(choices);
    return field;
}

}  // namespace

TEST_CASE("a locale knows its language, its law and its ICU name") {
    CHECK(polish().icu == "pl_PL");
    CHECK(polish().language == "pl");
    CHECK(polish().country == "PL");
    CHECK(british().country == "GB");
}

TEST_CASE("the wordings that exist are listed in order") {
    const auto names = locales_in(templates);
    CHECK(std::is_sorted(names.begin(), names.end()));
    CHECK(std::find(names.begin(), names.end(), "pl-PL") != names.end());
}

TEST_CASE("English wording under Polish law is refused, because law goes with the wording") {
    try {
        (void)load_locale(templates, "en-PL");
        FAIL("en-PL was accepted");
    } catch (const Error& e) {
        CHECK(e.fault() == Fault::input);
        CHECK(e.where() == "en-PL");
        for (const std::string& name : locales_in(templates))
            CHECK(e.text().find(name) != std::string::npos);
        CHECK(e.remedy().find("law goes with the wording") != std::string::npos);
    }
}

TEST_CASE("a locale's name cannot lead out of the templates") {
    CHECK_THROWS_AS(load_locale(templates, "../templates/pl-PL"), Error);
    CHECK_THROWS_AS(load_locale(templates, ""), Error);
}

TEST_CASE("what a locale was made of changes with any of its three files") {
    CHECK(polish().sources != british().sources);
    CHECK(polish().sources == load_locale(templates, "pl-PL").sources);
}

TEST_CASE("dates are printed as each language writes them") {
    CHECK(value_text(field_of(FieldType::date), "2026-03-12", polish()) == "12.03.2026");
    CHECK(value_text(field_of(FieldType::date), "2026-03-02", british()) == "2 March 2026");
}

TEST_CASE("a moment is printed as written down, whatever its offset") {
    CHECK(value_text(field_of(FieldType::datetime), "2026-03-12T17:30:05+01:00", polish()) ==
          "12.03.2026, 17:30");
    CHECK(value_text(field_of(FieldType::datetime), "2026-03-12T00:05:00Z", british()) ==
          "12 March 2026, 00:05");
}

TEST_CASE("a date that does not exist is refused by the name of its field") {
    try {
        (void)value_text(field_of(FieldType::date), "2026-02-30", polish());
        FAIL("30 February was printed");
    } catch (const Error& e) {
        CHECK(e.where() == "payment_method");
    }
}

TEST_CASE("a choice is printed by its label, never by its code") {
    CHECK(value_text(field_of(FieldType::choice), "transfer", polish()) == "przelew");
    CHECK(value_text(field_of(FieldType::choice), "card_reversal", british()) == "card reversal");
    CHECK_THROWS_AS(value_text(field_of(FieldType::choice), "barter", polish()), Error);
}

TEST_CASE("lists are joined by semicolons, choices in them by label") {
    CHECK(value_text(field_of(FieldType::list), {"jeden", "dwa"}, polish()) == "jeden; dwa");
    CHECK(value_text(field_of(FieldType::list, {"transfer", "cash"}), {"cash", "transfer"},
                     polish()) == "gotówka; przelew");
    CHECK(value_text(field_of(FieldType::list), {1, 2, 7}, polish()) == "1; 2; 7");
}

TEST_CASE("decimals have the language's sign and no idle zeros") {
    CHECK(value_text(field_of(FieldType::decimal), 30, polish()) == "30");
    CHECK(value_text(field_of(FieldType::decimal), 12.5, polish()) == "12,5");
    CHECK(value_text(field_of(FieldType::decimal), 0.125, british()) == "0.125");
}

TEST_CASE("yes and no are said in the language") {
    CHECK(value_text(field_of(FieldType::boolean), true, polish()) == "tak");
    CHECK(value_text(field_of(FieldType::boolean), false, british()) == "no");
}

TEST_CASE("whole numbers are not grouped") {
    CHECK(value_text(field_of(FieldType::integer), 3650, british()) == "3650");
}
