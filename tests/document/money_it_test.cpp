// Amounts as Italian papers and cheques write them: one word, hundredths behind a slash.
#include <catch2/catch.hpp>

#include "document/composing.h"

using namespace ugoda;
using namespace ugoda::testing;

namespace {

const Locale& italian() {
    static const Locale locale = load_locale(source_dir / "templates", "it-IT");
    return locale;
}

Money euros(std::int64_t minor) { return {minor, "EUR"}; }
std::string in_words(std::int64_t minor) { return money_words(euros(minor), italian()); }
std::optional<Money> read(const std::string& words) {
    return read_money_words(words, "EUR", italian());
}

}  // namespace

TEST_CASE("an Italian amount has its point, its comma and its euro behind it") {
    CHECK(money_text(euros(120000), italian()) == "1.200,00\u00A0€");
    CHECK(money_text(euros(123456789), italian()) == "1.234.567,89\u00A0€");
    CHECK(money_text(euros(8), italian()) == "0,08\u00A0€");
}

TEST_CASE("an Italian amount in words is one word, a slash and the hundredths") {
    CHECK(in_words(120000) == "milleduecento/00 euro");
    CHECK(in_words(35000) == "trecentocinquanta/00 euro");
    CHECK(in_words(48008) == "quattrocentottanta/08 euro");
    CHECK(in_words(0) == "zero/00 euro");
    CHECK(in_words(100) == "uno/00 euro");
    CHECK(in_words(2100) == "ventuno/00 euro");
    CHECK(in_words(2800) == "ventotto/00 euro");
    CHECK(in_words(2100000) == "ventunmila/00 euro");
}

TEST_CASE("tre has its accent at the end of a word and nowhere else") {
    CHECK(in_words(300) == "tre/00 euro");
    CHECK(in_words(2300) == "ventitré/00 euro");
    CHECK(in_words(16300) == "centosessantatré/00 euro");
    CHECK(in_words(100300) == "milletré/00 euro");
    CHECK(in_words(200300) == "duemilatré/00 euro");
    CHECK(in_words(2300000) == "ventitremila/00 euro");
    CHECK(in_words(1300000) == "tredicimila/00 euro");
}

TEST_CASE("a round million takes di, any other number does not") {
    CHECK(in_words(100000000) == "un milione/00 di euro");
    CHECK(in_words(200000000) == "due milioni/00 di euro");
    CHECK(in_words(100120000) == "un milione milleduecento/00 euro");
}

TEST_CASE("no Italian amount hides a soft hyphen") {
    for (std::int64_t major = 0; major < 100'000; major += 77)
        if (in_words(major * 100).find("\u00AD") != std::string::npos) FAIL(in_words(major * 100));
}

TEST_CASE("what people write in Italian is read back") {
    for (const char* words :
         {"milleduecento/00 euro", "Euro milleduecento/00", "euro mille duecento,",
          "€ milleduecento", "MILLEDUECENTO EURO", "milleduecento euro e 00/100",
          "milleduecento euro e zero centesimi"}) {
        INFO(words);
        CHECK(read(words) == euros(120000));
    }
    CHECK(read("ventun euro") == euros(2100));
    CHECK(read("un euro") == euros(100));
    CHECK(read("cinquanta centesimi") == euros(50));
    CHECK(read("duecentocinquanta euro e 50 centesimi") == euros(25050));
    CHECK(read("duecentocinquanta euro e cinquanta centesimi") == euros(25050));
    CHECK(read("unmilionemilleduecento/00 euro") == euros(100120000));
    CHECK(read("due milioni di euro") == euros(200000000));
}

TEST_CASE("an accent that is missing or leans the other way does not matter") {
    for (const char* words :
         {"ventitré/50 euro", "ventitrè/50 euro", "ventitre/50 euro", "VENTITRE'/50 euro"}) {
        INFO(words);
        CHECK(read(words) == euros(2350));
    }
    CHECK(read("duemilatre/00 euro") == euros(200300));
}

TEST_CASE("Italian words that are no amount are not guessed at") {
    for (const char* words :
         {"", "euro", "due tre euro", "centoduecento euro", "mille milioni euro", "trecento/5 euro",
          "trecento/500 euro", "trecento/00/00 euro", "circa cento euro",
          "euro venti e cinque centesimi"}) {
        INFO(words);
        CHECK_FALSE(read(words).has_value());
    }
}

TEST_CASE("Italian words name other currencies too") {
    CHECK(money_words({200, "GBP"}, italian()) == "due/00 sterline");
    CHECK(read("cento sterline") == Money{10000, "GBP"});
    CHECK(read("cento zloty") == Money{10000, "PLN"});
}
