#include <catch2/catch.hpp>
#include <map>

#include "base/error.h"
#include "document/amount_words.h"
#include "document/locale.h"
#include "document/number_reader.h"
#include "document/number_words.h"

using namespace ugoda;

namespace {

const std::filesystem::path templates = std::filesystem::path(UGODA_SOURCE_DIR) / "templates";

const Locale& locale_named(const std::string& name) {
    static std::map<std::string, Locale> locales;
    const auto found = locales.find(name);
    if (found != locales.end()) return found->second;
    return locales.emplace(name, load_locale(templates, name)).first->second;
}

const Locale& polish() { return locale_named("pl-PL"); }
const Locale& british() { return locale_named("en-GB"); }

std::optional<Money> in_polish(const std::string& words) {
    return read_money_words(words, "PLN", polish());
}

std::optional<Money> in_english(const std::string& words) {
    return read_money_words(words, "GBP", british());
}

Money zloty(std::int64_t minor) { return {minor, "PLN"}; }
Money pounds(std::int64_t minor) { return {minor, "GBP"}; }

}  // namespace

TEST_CASE("amounts carry their currency in the local form, with spaces that do not break") {
    CHECK(money_text(zloty(120000), polish()) == "1\u00A0200,00\u00A0zł");
    CHECK(money_text(pounds(120000), british()) == "£1,200.00");
    CHECK(money_text({120000, "EUR"}, polish()) == "1\u00A0200,00\u00A0€");
    CHECK(money_text({5, "EUR"}, british()) == "€0.05");
}

TEST_CASE("a currency without nouns is refused, not guessed") {
    CHECK_THROWS_AS(money_text({100, "XAU"}, polish()), Error);
}

TEST_CASE("Polish legal use names one thousand and one million in full") {
    CHECK(money_words(zloty(120000), polish()) == "jeden tysiąc dwieście złotych 00/100");
    CHECK(money_words(zloty(100120000), polish()) ==
          "jeden milion jeden tysiąc dwieście złotych 00/100");
    CHECK(money_words(zloty(2100000), polish()) == "dwadzieścia jeden tysięcy złotych 00/100");
}

TEST_CASE("Polish nouns follow the number") {
    CHECK(money_words(zloty(100), polish()) == "jeden złoty 00/100");
    CHECK(money_words(zloty(250), polish()) == "dwa złote 50/100");
    CHECK(money_words(zloty(1205), polish()) == "dwanaście złotych 05/100");
    CHECK(money_words(zloty(2200), polish()) == "dwadzieścia dwa złote 00/100");
    CHECK(money_words({48000, "EUR"}, polish()) == "czterysta osiemdziesiąt euro 00/100");
}

TEST_CASE("English words have their and, and pence only when there are some") {
    CHECK(money_words(pounds(48000), british()) == "four hundred and eighty pounds");
    CHECK(money_words(pounds(48050), british()) == "four hundred and eighty pounds and 50 pence");
    CHECK(money_words(pounds(101), british()) == "one pound and 1 penny");
    CHECK(money_words({100, "EUR"}, british()) == "one euro");
}

TEST_CASE("what people write in Polish is read back") {
    CHECK(in_polish("jeden tysiąc dwieście złotych 00/100") == zloty(120000));
    CHECK(in_polish("tysiąc dwieście zł") == zloty(120000));
    CHECK(in_polish("Słownie") == std::nullopt);
    CHECK(in_polish("CZTERYSTA OSIEMDZIESIĄT ZŁOTYCH 50/100") == zloty(48050));
    CHECK(in_polish("złotych: dwa tysiące dwadzieścia dwa") == zloty(202200));
    CHECK(in_polish("pięć złotych i pięćdziesiąt groszy") == zloty(550));
    CHECK(in_polish("dwanaście złotych, 5 gr") == zloty(1205));
    CHECK(in_polish("osiemdziesiąt groszy") == zloty(80));
    CHECK(in_polish("zero złotych 00/100") == zloty(0));
}

TEST_CASE("what people write in English is read back") {
    CHECK(in_english("four hundred eighty pounds") == pounds(48000));
    CHECK(in_english("Four Hundred-and-Eighty Pounds sterling") == pounds(48000));
    CHECK(in_english("one thousand two hundred and five pounds and fifty pence") == pounds(120550));
    CHECK(in_english("twelve hundred pounds") == pounds(120000));
    CHECK(in_english("a hundred pounds") == pounds(10000));
    CHECK(in_english("seventy-five pence") == pounds(75));
}

TEST_CASE("words that name another currency are read as that currency") {
    CHECK(in_english("four hundred euros") == Money{40000, "EUR"});
    CHECK(in_polish("dziesięć euro 00/100") == Money{1000, "EUR"});
}

TEST_CASE("words that are no amount are not guessed at") {
    for (const char* words :
         {"", "złotych", "dwa trzy złote", "sto dwieście złotych", "tysiąc milion złotych",
          "dwa złote 120/100", "około stu złotych", "dwanaście złotych pięć"})
        CHECK_FALSE(in_polish(words).has_value());
    for (const char* words :
         {"two three pounds", "twenty eleven pounds", "four hundred pounds fifty", "£480",
          "hundred hundred pounds", "five pounds and 150 pence"})
        CHECK_FALSE(in_english(words).has_value());
}

TEST_CASE("every whole number below ten thousand reads back as itself in every language") {
    for (const std::string& name : locales_in(templates)) {
        const Locale& locale = locale_named(name);
        const NumberReader reader(locale);
        for (std::int64_t number = 0; number < 10'000; ++number)
            if (reader.read(words_in(number_words(number, locale))) != number)
                FAIL(name << " does not read " << number);
    }
}

TEST_CASE("samples up to ten million read back as themselves in every language") {
    for (const std::string& name : locales_in(templates)) {
        const Locale& locale = locale_named(name);
        const NumberReader reader(locale);
        for (std::int64_t number = 10'000; number <= 10'000'000; number += 7'919)
            if (reader.read(words_in(number_words(number, locale))) != number)
                FAIL(name << " does not read " << number);
    }
}

TEST_CASE("every amount of money survives being put into words, in every language and currency") {
    for (const std::string& name : locales_in(templates)) {
        const Locale& locale = locale_named(name);
        for (const auto& currency : locale.money.at("currencies").items())
            for (std::int64_t minor = 0; minor < 100'000'000; minor += 2'234'567) {
                const Money money{minor, currency.key()};
                INFO(name << ": " << money_words(money, locale));
                CHECK(read_money_words(money_words(money, locale), currency.key(), locale) == money);
            }
    }
}

TEST_CASE("where the whole runs on into the hundredths, nothing is guessed") {
    CHECK_FALSE(in_polish("złotych dwadzieścia i pięć groszy").has_value());
    CHECK(in_polish("złotych dwadzieścia i 5 groszy") == zloty(2005));
}

TEST_CASE("Spanish and Greek numbers read back with data alone") {
    for (const char* icu : {"es_ES", "el_GR"}) {
        Locale other = polish();
        other.icu = icu;
        other.money["number_words"] = {
            {"rule_set", ""}, {"fillers", {"y", "και"}}, {"joined", false}};
        const NumberReader reader(other);
        for (std::int64_t number = 0; number < 10'000; ++number)
            if (reader.read(words_in(number_words(number, other))) != number)
                FAIL(icu << " " << number_words(number, other) << " is not " << number);
    }
}

TEST_CASE("only words that name another amount are refused") {
    Form form;
    Field words;
    words.name = "amount_words";
    words.words_of = "amount_figures";
    form.fields = {words};
    Json answers{{"amount_figures", to_json(zloty(120000))}};
    CHECK(check_amount_words(form, answers, polish()).empty());
    answers["amount_words"] = "tysiąc dwieście złotych";
    CHECK(check_amount_words(form, answers, polish()).empty());
    answers["amount_words"] = "dwa tysiące złotych";
    CHECK(worst(check_amount_words(form, answers, polish())) == Level::stop);
    answers["amount_words"] = "tyle, ile trzeba";
    const auto findings = check_amount_words(form, answers, polish());
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().level == Level::note);
}
