// What is Spanish only: amounts in words as legal papers there write them, dates, signs.
#include <catch2/catch.hpp>

#include "base/text.h"
#include "document/composing.h"
#include "document/number_reader.h"
#include "document/number_words.h"
#include "document/pages.h"

using namespace ugoda;
using namespace ugoda::testing;

namespace {

const Locale& spanish() {
    static const Locale locale = load_locale(source_dir / "templates", "es-ES");
    return locale;
}

Money euros(std::int64_t minor) { return {minor, "EUR"}; }

std::string in_words(std::int64_t minor, const char* currency = "EUR") {
    return money_words({minor, currency}, spanish());
}

std::optional<Money> read(const std::string& words) {
    return read_money_words(words, "EUR", spanish());
}

/// Blocks of a wording of one clause in Spanish.
std::string lines_in_spanish(const std::string& text) {
    return lines_of(composed("<!-- clause ES-S-01 STD -->\n" + text + "\n", Json::object(),
                             small_form(), spanish()));
}

}  // namespace

TEST_CASE("Spanish figures group four digits too, and have their currency behind") {
    CHECK(money_text(euros(120000), spanish()) == "1.200,00\u00A0€");
    CHECK(money_text(euros(123456789), spanish()) == "1.234.567,89\u00A0€");
    CHECK(money_text(euros(5), spanish()) == "0,05\u00A0€");
    CHECK(money_text({120000, "PLN"}, spanish()) == "1.200,00\u00A0PLN");
    CHECK(money_text({120000, "GBP"}, spanish()) == "1.200,00\u00A0£");
}

TEST_CASE(
    "Spanish amounts are shortened before their noun, and say cents only when there are some") {
    CHECK(in_words(120000) == "mil doscientos euros");
    CHECK(in_words(120050) == "mil doscientos euros con cincuenta céntimos");
    CHECK(in_words(100) == "un euro");
    CHECK(in_words(101) == "un euro con un céntimo");
    CHECK(in_words(2121) == "veintiún euros con veintiún céntimos");
    CHECK(in_words(3100) == "treinta y un euros");
    CHECK(in_words(10000) == "cien euros");
    CHECK(in_words(10100) == "ciento un euros");
    CHECK(in_words(2600) == "veintiséis euros");
    CHECK(in_words(2100000) == "veintiún mil euros");
    CHECK(in_words(0) == "cero euros");
}

TEST_CASE("whole millions have their de") {
    CHECK(in_words(100'000'000) == "un millón de euros");
    CHECK(in_words(2'100'000'000) == "veintiún millones de euros");
    CHECK(in_words(100'120'000) == "un millón mil doscientos euros");
}

TEST_CASE("a pound is feminine in Spanish, its pence are not") {
    CHECK(in_words(20121, "GBP") == "doscientas una libras esterlinas con veintiún peniques");
    CHECK(in_words(100, "GBP") == "una libra esterlina");
    CHECK(in_words(2101, "PLN") == "veintiún eslotis con un grosz");
}

TEST_CASE("what people write in Spanish is read back") {
    CHECK(read("MIL DOSCIENTOS EUROS") == euros(120000));
    CHECK(read("mil doscientos euros con 50 céntimos") == euros(120050));
    CHECK(read("mil doscientos euros y cincuenta céntimos de euro") == euros(120050));
    CHECK(read("treinta y uno euros") == euros(3100));
    CHECK(read("ciento veintiún €") == euros(12100));
    CHECK(read("un millón de euros") == euros(100'000'000));
    CHECK(read("cincuenta céntimos de euro") == euros(50));
    CHECK(read("doscientos euros con 05/100") == euros(20005));
    CHECK(read("veintidos euros con dieciseis centimos") == euros(2216));
    CHECK(read("doscientas libras esterlinas") == Money{20000, "GBP"});
}

TEST_CASE("words that leave open where the euros end are not guessed at") {
    for (const char* words : {"mil doscientos con cincuenta euros", "dos tres euros", "euros",
                              "cien mil mil euros", "unos doscientos euros", "mil euros cincuenta"})
        CHECK_FALSE(read(words).has_value());
}

TEST_CASE("every feminine number below ten thousand reads back as itself") {
    const NumberReader reader(spanish());
    for (std::int64_t number = 0; number < 10'000; ++number)
        if (const auto words = number_words(number, spanish(), "%spellout-cardinal-feminine");
            reader.read(words_in(words)) != number)
            FAIL("it does not read " << words);
}

TEST_CASE("every number of cents reads back as itself") {
    for (std::int64_t cents = 0; cents < 100; ++cents)
        CHECK(read(in_words(4200 + cents)) == euros(4200 + cents));
}

TEST_CASE("great Spanish amounts read back as themselves") {
    for (const std::int64_t number :
         {10'000, 21'000, 31'001, 100'000, 101'021, 999'999, 1'000'000, 1'000'001, 1'200'000,
          2'000'000, 21'000'021, 100'000'000, 999'999'999})
        CHECK(read(in_words(number * 100 + 21)) == euros(number * 100 + 21));
    for (std::int64_t minor = 99; minor < 10'000'000'000; minor += 98'765'431)
        CHECK(read(in_words(minor)) == euros(minor));
}

TEST_CASE("a Spanish date is said with its de") {
    Field day;
    day.name = "day";
    day.type = FieldType::date;
    CHECK(value_text(day, "2026-03-12", spanish()) == "12 de marzo de 2026");
    CHECK(value_text(day, "2026-09-01", spanish()) == "1 de septiembre de 2026");
    day.type = FieldType::datetime;
    CHECK(value_text(day, "2026-12-08T17:30:00+01:00", spanish()) ==
          "8 de diciembre de 2026, 17:30");
}

TEST_CASE("Spanish references and percentages stay on one line with their number") {
    CHECK(lines_in_spanish("reclamación n.º 7 (art. 6), cláusula 9.ª, 12 % a las 10:00 horas") ==
          "reclamación n.º~7 (art.~6), cláusula~9.ª, 12~% a las 10:00~horas");
}

TEST_CASE("recitals hang from their Roman number, and stipulations from theirs with its point") {
    CHECK(lines_in_spanish("VIII. El Centro se obliga.\n\n3.2. Plazo.\n\nInforme.") ==
          "[VIII.] El Centro se obliga.\n[3.2.] Plazo.\nInforme.");
}

TEST_CASE("no Spanish letter or sign is missing from the text fonts") {
    const std::string all = "áéíóúüñÁÉÍÓÚÜÑ¿¡«»ªº€–·";
    for (const FontId font :
         {FontId::serif, FontId::serif_bold, FontId::serif_italic, FontId::sans, FontId::sans_bold})
        for (std::size_t at = 0; at < all.size();)
            CHECK(fonts().has(font, next_code_point(all, at)));
}
