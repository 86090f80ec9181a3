#include "intake/comparison.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace ugoda;

TEST_CASE("accounts of every country we serve pass with the right check digits") {
    CHECK(is_iban("PL74000000000000000000000001"));
    CHECK(is_iban("IT51X0000000000000000000001"));
    CHECK(is_iban("GR5600000000000000000000004"));
    CHECK(is_iban("GB64TEST00000000000005"));
}

TEST_CASE("a Polish account may be written without its country, and with blanks") {
    CHECK(is_iban("74 0000 0000 0000 0000 0000 0001"));
    CHECK(is_iban("pl74 0000 0000 0000 0000 0000 0001"));
}

TEST_CASE("one wrong digit in an account is seen") {
    CHECK_FALSE(is_iban("PL74000000000000000000000002"));
    CHECK_FALSE(is_iban("PL47000000000000000000000001"));
}

TEST_CASE("an account of the wrong length, or no account at all, is seen") {
    CHECK_FALSE(is_iban("PL7400000000000000000000001"));
    CHECK_FALSE(is_iban("sort code 00-00-00, account 00000301"));
    CHECK_FALSE(is_iban(""));
    CHECK_FALSE(is_iban("PL74<script>"));
}

TEST_CASE("a full year ends on its day, and 29 February on 1 March") {
    CHECK(is_within_years("2008-03-13", "2026-03-12", 18));
    CHECK_FALSE(is_within_years("2008-03-13", "2026-03-13", 18));
    CHECK(is_within_years("2008-02-29", "2026-02-28", 18));
    CHECK_FALSE(is_within_years("2008-02-29", "2026-03-01", 18));
}

TEST_CASE("components too large to add up make no sum") {
    const Json huge = {
        {"money",
         {{"amount_minor", std::numeric_limits<std::int64_t>::max()}, {"currency", "EUR"}}}};
    CHECK_FALSE(sums_to({huge, huge}, huge.at("money")));
    CHECK_FALSE(sums_to({1, "two"}, huge.at("money")));
}
