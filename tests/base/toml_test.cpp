#include "base/toml.h"

#include <catch2/catch.hpp>

using namespace ugoda;

TEST_CASE("TOML dates become the text that JSON case files use") {
    const Json value = parse_toml("day = 2026-03-12\nhour = 17:30:00\nat = 2026-03-12T17:30:05+01:00\n", "salon.toml");
    CHECK(value.at("day") == "2026-03-12");
    CHECK(value.at("hour") == "17:30");
    CHECK(value.at("at") == "2026-03-12T17:30:05+01:00");
}

TEST_CASE("what is written as TOML reads back the same") {
    const Json value = {{"salon", {{"salon_name", "„Róż & Błysk” \"x\"\n\\"}}},
                        {"staff", {{{"id", "s1"}}, {{"id", "s2"}}}},
                        {"n", 60}, {"list", {1, 2}}, {"yes", true}};
    CHECK(parse_toml(to_toml(value), "vault.toml") == value);
}

TEST_CASE("a TOML error names line and column") {
    CHECK_THROWS_WITH(parse_toml("a = 1\nb = = 2\n", "salon.toml"), Catch::Contains("salon.toml: line 2, column 5"));
}

TEST_CASE("letters beyond a to z stand in quotes and comments, and nowhere else") {
    CHECK(parse_toml("# łóżko\n\"łóżko\" = 'ą' # ę\n", "salon.toml") == Json{{"łóżko", "ą"}});
    for (const char* stray : {"a = 1\nłóżko = 2\n", "a = 1\n\u0142 = 1\n", "a = 1\nb = ż\n", "a = 1\nb = 2026-03\"ś\n"})
        CHECK_THROWS_WITH(parse_toml(stray, "salon.toml"), Catch::Contains("salon.toml: line 2"));
}

TEST_CASE("a table heading that begins with a dot is refused like any other mistake") {
    for (const char* heading : {"[.intake]", "[[.x]]", ". = 1", "[a.]"})
        CHECK_THROWS_WITH(parse_toml(heading, "salon.toml"), Catch::Contains("is not TOML"));
}
