#include "casefile/calendar.h"

#include <catch2/catch.hpp>

using namespace ugoda;

TEST_CASE("only days that exist are days") {
    CHECK(parse_date("2028-02-29") == Date{2028, 2, 29});
    for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-4-01", "12.03.2026", "", "2026-03-12T"})
        CHECK_FALSE(parse_date(text));
}

TEST_CASE("days are counted over the end of a leap year's February") {
    CHECK(days_between({2028, 2, 28}, {2028, 3, 1}) == 2);
    CHECK(plus_days({2026, 12, 31}, 1) == Date{2027, 1, 1});
    CHECK(to_iso(plus_days({2026, 3, 3}, 14)) == "2026-03-17");
}

TEST_CASE("a time of day has two digits on both sides") {
    CHECK(parse_time("17:30") == TimeOfDay{17, 30});
    for (const char* text : {"24:00", "7:30", "17:60", "17.30", "17:30:00"}) CHECK_FALSE(parse_time(text));
}
