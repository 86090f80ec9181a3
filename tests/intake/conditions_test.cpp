#include <catch2/catch.hpp>

#include "base/error.h"
#include "intake/answers.h"

using namespace ugoda;

namespace {

const Json answers = {{"name", "Nobody Atall"},
                      {"people", "Jo Phantom & NOBODY  atall"},
                      {"blank", ""},
                      {"price", {{"amount_minor", 1000}, {"currency", "EUR"}}},
                      {"nothing", {{"amount_minor", 0}, {"currency", "EUR"}}},
                      {"pounds", {{"amount_minor", 2000}, {"currency", "GBP"}}},
                      {"days", 0},
                      {"day", "2026-03-12"},
                      {"later", "2026-03-19"},
                      {"moment", "2026-03-12T23:30:00+01:00"},
                      {"time", "23:30"},
                      {"yes", true},
                      {"no", false},
                      {"list", {"a", "b"}},
                      {"numbers", {1, 2}},
                      {"number", 2},
                      {"born", "2008-03-13"},
                      {"account", "PL74 0000 0000 0000 0000 0000 0001"},
                      {"parts",
                       {{{"money", {{"amount_minor", 400}, {"currency", "EUR"}}}},
                        {{"money", {{"amount_minor", 600}, {"currency", "EUR"}}}}}}};

bool is(const char* condition) { return holds(Json::parse(condition), answers); }

}  // namespace

TEST_CASE("has: an answer that says something, and money that is more than nothing") {
    CHECK(is(R"({"has":"name"})"));
    CHECK(is(R"({"has":"days"})"));
    CHECK(is(R"({"has":"no"})"));
    CHECK(is(R"({"has":"price"})"));
    CHECK_FALSE(is(R"({"has":"nothing"})"));
    CHECK_FALSE(is(R"({"has":"blank"})"));
    CHECK_FALSE(is(R"({"has":"absent"})"));
}

TEST_CASE("true: only the boolean, never something that looks like it") {
    CHECK(is(R"({"true":"yes"})"));
    CHECK_FALSE(is(R"({"true":"no"})"));
    CHECK_FALSE(is(R"({"true":"name"})"));
    CHECK_FALSE(is(R"({"true":"absent"})"));
}

TEST_CASE("is and in compare with constants") {
    CHECK(is(R"({"is":["days",0]})"));
    CHECK(is(R"({"in":["name",["x","Nobody Atall"]]})"));
    CHECK_FALSE(is(R"({"is":["absent","x"]})"));
    CHECK_FALSE(is(R"({"in":["name",[]]})"));
}

TEST_CASE("contains looks into a list, for a constant or for another answer") {
    CHECK(is(R"({"contains":["list","b"]})"));
    CHECK(is(R"({"contains":["numbers",{"field":"number"}]})"));
    CHECK_FALSE(is(R"({"contains":["list","c"]})"));
    CHECK_FALSE(is(R"({"contains":["numbers",{"field":"days"}]})"));
    CHECK_FALSE(is(R"({"contains":["name","N"]})"));
}

TEST_CASE("less: days, hours, numbers and money; never what cannot be compared") {
    CHECK(is(R"({"less":["day","later"]})"));
    CHECK(is(R"({"less":["moment","later"]})"));
    CHECK(is(R"({"less":[999,"price"]})"));
    CHECK(is(R"({"less":["nothing","price"]})"));
    CHECK(is(R"({"less":["days",1]})"));
    CHECK_FALSE(is(R"({"less":["day","day"]})"));
    CHECK_FALSE(is(R"({"less":["price","pounds"]})"));
    CHECK_FALSE(is(R"({"less":["absent","later"]})"));
    CHECK_FALSE(is(R"({"less":["name","later"]})"));
}

TEST_CASE("a moment is held against a day or an hour by its local time") {
    CHECK_FALSE(is(R"({"less":["moment","day"]})"));
    CHECK_FALSE(is(R"({"less":["day","moment"]})"));
    CHECK_FALSE(is(R"({"less":["moment","time"]})"));
    CHECK(holds(Json::parse(R"({"less":["a","b"]})"),
                {{"a", "2026-03-12T09:00:00+01:00"}, {"b", "10:00"}}));
}

TEST_CASE("moments in different offsets are compared as moments") {
    const Json two = {{"a", "2026-03-29T01:30:00+00:00"}, {"b", "2026-03-29T02:00:00+01:00"}};
    CHECK(holds(Json::parse(R"({"less":["b","a"]})"), two));
}

TEST_CASE("same and mentions do not care for case and blanks") {
    CHECK(is(R"({"mentions":["people","name"]})"));
    CHECK_FALSE(is(R"({"mentions":["people","blank"]})"));
    CHECK_FALSE(is(R"({"mentions":["name","people"]})"));
    CHECK(holds(Json::parse(R"({"same":["a","b"]})"), {{"a", "Żaneta  D"}, {"b", "żaneta d"}}));
    CHECK(is(R"({"same":["price","price"]})"));
    CHECK_FALSE(is(R"({"same":["absent","blank"]})"));
    CHECK_FALSE(is(R"({"same":["price","nothing"]})"));
}

TEST_CASE("same_currency and sums_to look at amounts") {
    CHECK(is(R"({"same_currency":["price","nothing"]})"));
    CHECK_FALSE(is(R"({"same_currency":["price","pounds"]})"));
    CHECK_FALSE(is(R"({"same_currency":["price","absent"]})"));
    CHECK(is(R"({"sums_to":["parts","price"]})"));
    CHECK_FALSE(is(R"({"sums_to":["parts","nothing"]})"));
    CHECK_FALSE(is(R"({"sums_to":["parts","pounds"]})"));
    CHECK_FALSE(is(R"({"sums_to":["absent","price"]})"));
}

TEST_CASE("days_after, within_years and shorter count") {
    CHECK(is(R"({"days_after":["day",7,"later"]})"));
    CHECK(is(R"({"days_after":["day","days","day"]})"));
    CHECK_FALSE(is(R"({"days_after":["day",6,"later"]})"));
    CHECK_FALSE(is(R"({"days_after":["day","absent","later"]})"));
    CHECK(is(R"({"within_years":["born","day",18]})"));
    CHECK_FALSE(is(R"({"within_years":["born","later",18]})"));
    CHECK_FALSE(is(R"({"within_years":["absent","later",18]})"));
    CHECK(is(R"({"shorter":["name",13]})"));
    CHECK_FALSE(is(R"({"shorter":["name",12]})"));
    CHECK_FALSE(is(R"({"shorter":["absent",12]})"));
}

TEST_CASE("iban looks at the check digits of an account") {
    CHECK(is(R"({"iban":"account"})"));
    CHECK_FALSE(is(R"({"iban":"name"})"));
    CHECK_FALSE(is(R"({"iban":"absent"})"));
}

TEST_CASE("all, any and not put conditions together") {
    CHECK(is(R"({"all":[{"true":"yes"},{"not":{"true":"no"}}]})"));
    CHECK(is(R"({"any":[{"true":"no"},{"true":"yes"}]})"));
    CHECK(is(R"({"all":[]})"));
    CHECK_FALSE(is(R"({"any":[]})"));
    CHECK_FALSE(is(R"({"not":{"true":"yes"}})"));
}

TEST_CASE("no condition at all is always true") { CHECK(holds(Json(), answers)); }

TEST_CASE("what is no condition is refused, not taken for false") {
    CHECK_THROWS_WITH(is(R"({"hass":"name"})"), Catch::Contains("'hass' is unknown"));
    CHECK_THROWS_AS(is(R"({"has":"name","true":"yes"})"), Error);
    CHECK_THROWS_AS(is(R"({"less":["day"]})"), Error);
    CHECK_THROWS_AS(is(R"({"is":"day"})"), Error);
    CHECK_THROWS_AS(is(R"({"has":7})"), Error);
    CHECK_THROWS_AS(is(R"({"shorter":["name","long"]})"), Error);
    CHECK_THROWS_AS(is(R"({"not":[]})"), Error);
    CHECK_THROWS_AS(is(R"("yes")"), Error);
}

TEST_CASE("within_days: before the day so many days later, by local days") {
    CHECK(is(R"({"within_days":["day","later",8]})"));
    CHECK_FALSE(is(R"({"within_days":["day","later",7]})"));
    CHECK(is(R"({"within_days":["later","day",0]})"));
    CHECK(is(R"({"within_days":["day","moment",1]})"));
    CHECK_FALSE(is(R"({"within_days":["day","absent",7]})"));
}

TEST_CASE("within_hours counts instants, whatever their offsets") {
    const Json moments = {{"a", "2026-03-28T12:00:00+01:00"},
                          {"day_later", "2026-03-29T13:00:00+02:00"},
                          {"second_more", "2026-03-29T13:00:01+02:00"}};
    CHECK(holds(Json::parse(R"({"within_hours":["a","day_later",24]})"), moments));
    CHECK_FALSE(holds(Json::parse(R"({"within_hours":["a","second_more",24]})"), moments));
    CHECK(holds(Json::parse(R"({"within_hours":["second_more","a",24]})"), moments));
    CHECK_FALSE(holds(Json::parse(R"({"within_hours":["a","absent",24]})"), moments));
}

TEST_CASE("over_before: a month is over when the next one has begun") {
    const auto over = [](const char* last, const char* day) {
        return holds(Json::parse(R"({"over_before":["last","day"]})"),
                     {{"last", last}, {"day", day}});
    };
    CHECK(over("2026-02", "2026-03-01"));
    CHECK(over("2025-12", "2026-01-01T08:00:00+01:00"));
    CHECK_FALSE(over("2026-03", "2026-03-31"));
    CHECK(over("2026-03-30", "2026-03-31"));
    CHECK_FALSE(over("2026-03-31", "2026-03-31"));
    CHECK_FALSE(over("on the box", "2026-03-31"));
    CHECK_FALSE(over("2026-13", "2027-03-31"));
}

TEST_CASE("says looks for words in a text, without regard to case and blanks") {
    CHECK(is(R"({"says":["people","nobody atall"]})"));
    CHECK_FALSE(is(R"({"says":["people","somebody"]})"));
    CHECK_FALSE(is(R"({"says":["days","0"]})"));
    CHECK_FALSE(is(R"({"says":["absent","x"]})"));
}
