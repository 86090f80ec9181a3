#include <catch2/catch.hpp>

#include "casefile/money.h"
#include "casefile/record_id.h"

using namespace ugoda;

TEST_CASE("a record's number reads back") {
    CHECK(to_string(RecordId{"SET", 2026, 7}) == "SET-2026-0007");
    CHECK(parse_record_id("SET-2026-0007") == RecordId{"SET", 2026, 7});
    CHECK(to_string(CaseNumber{2026, 12345}) == "2026-12345");
    CHECK(parse_case_number("2026-12345") == CaseNumber{2026, 12345});
}

TEST_CASE("only our own spelling is a number of ours") {
    for (const char* text : {"SET-2026-7", "set-2026-0007", "SET-2026-0000", "SET-2026-00007", "SE-2026-0007", "../etc", ""})
        CHECK_FALSE(parse_record_id(text));
    for (const char* text : {"2026-007", "2026-00007", "2026_0007", "REK/2026/014", "2026-0000"}) CHECK_FALSE(parse_case_number(text));
}

TEST_CASE("a visit's number is told from a case's, and is part of no record's") {
    CHECK(to_string(CaseNumber{2026, 7, true}) == "V-2026-0007");
    CHECK(parse_case_number("V-2026-0007") == CaseNumber{2026, 7, true});
    for (const char* text : {"v-2026-0007", "V2026-0007", "V-V-2026-0007", "V-2026-007", "W-2026-0007", "V-"})
        CHECK_FALSE(parse_case_number(text));
    CHECK_FALSE(parse_record_id("SET-V-2026-0007"));
}

TEST_CASE("money is a whole number of the smallest unit and a currency code") {
    CHECK(money_from({{"amount_minor", 120000}, {"currency", "PLN"}}) == Money{120000, "PLN"});
    CHECK_FALSE(money_from({{"amount_minor", 1200.5}, {"currency", "PLN"}}));
    CHECK_FALSE(money_from({{"amount_minor", 1}, {"currency", "zł"}}));
    CHECK_FALSE(money_from("1200 PLN"));
}
