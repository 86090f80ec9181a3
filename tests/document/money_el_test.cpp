// Greek amounts in words: three genders, forms that ICU misspells, what people write.
#include <catch2/catch.hpp>

#include "document/amount_words.h"
#include "document/locale.h"
#include "document/number_reader.h"
#include "document/number_words.h"

using namespace ugoda;

namespace {

const Locale& greek() {
    static const Locale locale =
        load_locale(std::filesystem::path(UGODA_SOURCE_DIR) / "templates", "el-GR");
    return locale;
}

std::string in_words(std::int64_t minor, const char* currency = "EUR") {
    return money_words({minor, currency}, greek());
}

std::optional<Money> read(const std::string& words) {
    return read_money_words(words, "EUR", greek());
}

Money euros(std::int64_t minor) { return {minor, "EUR"}; }

}  // namespace

TEST_CASE("Greek amounts have a point, a comma and their sign behind a space that stays") {
    CHECK(money_text(euros(120000), greek()) == "1.200,00\u00A0€");
    CHECK(money_text(euros(123456789), greek()) == "1.234.567,89\u00A0€");
    CHECK(money_text({5, "GBP"}, greek()) == "0,05\u00A0£");
}

TEST_CASE("euros are neuter in Greek") {
    CHECK(in_words(120000) == "χίλια διακόσια ευρώ");
    CHECK(in_words(100) == "ένα ευρώ");
    CHECK(in_words(300) == "τρία ευρώ");
    CHECK(in_words(1400) == "δεκατέσσερα ευρώ");
    CHECK(in_words(15000) == "εκατόν πενήντα ευρώ");
    CHECK(in_words(100000000) == "ένα εκατομμύριο ευρώ");
}

TEST_CASE("hundredths are said in Greek words, only when there are some") {
    CHECK(in_words(4550) == "σαράντα πέντε ευρώ και πενήντα λεπτά");
    CHECK(in_words(301) == "τρία ευρώ και ένα λεπτό");
    CHECK(in_words(4) == "μηδέν ευρώ και τέσσερα λεπτά");
}

TEST_CASE("pounds are feminine in Greek, and zlotys neuter") {
    CHECK(in_words(100, "GBP") == "μία λίρα στερλίνα");
    CHECK(in_words(120400, "GBP") == "χίλιες διακόσιες τέσσερις λίρες στερλίνες");
    CHECK(in_words(2103, "GBP") == "είκοσι μία λίρες στερλίνες και τρεις πένες");
    CHECK(in_words(2103, "PLN") == "είκοσι ένα ζλότι και τρία γκρος");
}

TEST_CASE("thousands are feminine whatever is counted, and spelled as the dictionary does") {
    CHECK(in_words(300000) == "τρεις χιλιάδες ευρώ");
    CHECK(in_words(1300000) == "δεκατρείς χιλιάδες ευρώ");
    CHECK(in_words(20100300) == "διακόσιες μία χιλιάδες τρία ευρώ");
    CHECK(in_words(9000) == "ενενήντα ευρώ");
}

TEST_CASE("a Greek number reads back in each gender") {
    Locale locale = greek();
    const NumberReader reader(locale);
    for (const char* rule_set : {"%spellout-cardinal-neuter", "%spellout-cardinal-feminine",
                                 "%spellout-cardinal-masculine"})
        for (std::int64_t number = 0; number < 10'000; ++number)
            if (reader.read(words_in(number_words(number, locale, rule_set))) != number)
                FAIL(rule_set << " does not read " << number);
    for (const std::int64_t number : {13'013, 21'021, 100'001, 999'999, 1'000'000, 4'004'004,
                                      13'014'015, 201'400'300, 999'999'999})
        CHECK(reader.read(words_in(number_words(number, locale))) == number);
}

TEST_CASE("what people write in Greek is read back") {
    CHECK(read("χίλια διακόσια ευρώ") == euros(120000));
    CHECK(read("χίλιες διακόσιες ευρώ") == euros(120000));
    CHECK(read("χιλίων διακοσίων ευρώ") == std::nullopt);
    CHECK(read("«τριακόσια ογδόντα ευρώ»") == euros(38000));
    CHECK(read("εφτακόσια είκοσι οχτώ ευρώ και δεκάξι λεπτά") == euros(72816));
    CHECK(read("εννεακόσια ενενήντα εννιά ευρώ") == euros(99900));
    CHECK(read("εννιακόσια εννενήντα εννέα ευρώ") == euros(99900));
    CHECK(read("μια λίρα και δυο πένες") == Money{102, "GBP"});
    CHECK(read("δύο χιλιάδες ευρώ, 5 λεπτά") == euros(200005));
    CHECK(read("πενήντα λεπτά") == euros(50));
}

TEST_CASE("Greek capitals without accents are the same words") {
    CHECK(read("ΕΚΑΤΟΝ ΠΕΝΗΝΤΑ ΕΥΡΩ ΚΑΙ ΤΡΙΑ ΛΕΠΤΑ") == euros(15003));
    CHECK(read("Τρεις χιλιάδες ΕΥΡΏ") == euros(300000));
    CHECK(read("ΔΕΚΑΤΡΕΙΣ ΛΙΡΕΣ ΣΤΕΡΛΙΝΕΣ") == Money{1300, "GBP"});
}

TEST_CASE("Greek words that are no amount are not guessed at") {
    for (const char* words : {"", "ευρώ", "δύο τρία ευρώ", "εκατό διακόσια ευρώ",
                              "χίλια εκατομμύρια ευρώ", "περίπου εκατό ευρώ", "δύο ευρώ πέντε"})
        CHECK_FALSE(read(words).has_value());
}

TEST_CASE("of Greek words in another gender or case only another number is refused") {
    Form form;
    Field words;
    words.name = "amount_words";
    words.words_of = "amount_figures";
    form.fields = {words};
    Json answers{{"amount_figures", to_json(euros(300300))}};
    for (const char* same :
         {"τρεις χιλιάδες τρία ευρώ", "τρεις χιλιάδες τρεις ευρώ", "ΤΡΕΙΣ ΧΙΛΙΑΔΕΣ ΤΡΙΑ ΕΥΡΩ"}) {
        answers["amount_words"] = same;
        CHECK(check_amount_words(form, answers, greek()).empty());
    }
    answers["amount_words"] = "τρεις χιλιάδες τέσσερα ευρώ";
    CHECK(worst(check_amount_words(form, answers, greek())) == Level::stop);
}
