#include "base/clock.h"

#include <catch2/catch.hpp>

#include "base/error.h"

using namespace ugoda;

TEST_CASE("a moment keeps the offset it was written with") {
    const auto moment = parse_rfc3339("2026-03-12T17:30:05+01:00");
    REQUIRE(moment);
    CHECK(moment->seconds == 1773333005);
    CHECK(moment->offset_minutes == 60);
    CHECK(to_rfc3339(*moment) == "2026-03-12T17:30:05+01:00");
}

TEST_CASE("the same moment elsewhere has equal seconds and another text") {
    CHECK(parse_rfc3339("2026-03-12T16:30:05Z")->seconds == parse_rfc3339("2026-03-12T17:30:05+01:00")->seconds);
    CHECK(to_rfc3339({1773333005, -210}) == "2026-03-12T13:00:05-03:30");
}

TEST_CASE("moments that do not exist are not read") {
    for (const char* text : {"2026-02-29T10:00:00Z", "2026-04-31T10:00:00Z", "2026-03-12T24:00:00Z",
                             "2026-03-12 17:30:05+01:00", "2026-03-12T17:30:05", "2026-03-12T17:30:05+1:00",
                             "2026-03-12T17:60:05Z", "0000:00:00 00:00:00", "2026-03-12T17:30:05.Z", ""})
        CHECK_FALSE(parse_rfc3339(text));
}

TEST_CASE("a time zone knows its summer time") {
    CHECK(in_zone(1773333005, "Europe/Warsaw").offset_minutes == 60);
    CHECK(in_zone(1783333005, "Europe/Warsaw").offset_minutes == 120);
}

TEST_CASE("an unknown time zone is refused by name") {
    CHECK_THROWS_WITH(SystemClock("Europe/Nowhere"), Catch::Contains("'Europe/Nowhere' is not a time zone"));
}

TEST_CASE("the system clock names its boot and runs forwards") {
    const SystemClock clock("Europe/Warsaw");
    CHECK_FALSE(clock.boot_id().empty());
    CHECK(clock.monotonic_ms() <= clock.monotonic_ms());
}
