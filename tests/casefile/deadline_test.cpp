#include "casefile/deadline.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/files.h"
#include "casefile/calendar.h"

using namespace ugoda;
using Unit = Length::Unit;

namespace {

const std::string zone = "Europe/Warsaw";

DeadlineBook shipped() {
    const std::string file = std::string(UGODA_SOURCE_DIR) + "/forms/law/deadlines.json";
    return parse_deadlines(read_file(file, 1u << 20, Fault::wording), file);
}

std::string ends(int count, Unit unit, const std::string& from) {
    return end_of({count, unit}, from, zone).value_or("never");
}

/// A book of one deadline, with members replaced; null takes one out.
std::string with(const Json& members) {
    Json rule = {{"id", "reply"}, {"of", "PL"}, {"kind", "duty"}, {"what", "reply"}, {"length", {{"days", 14}}},
                 {"counts_from", "intake.received_at"}, {"basis", "law"}, {"certainty", "high"}, {"means", "lost"}};
    rule.merge_patch(members);
    return Json{{"deadlines", {rule}}}.dump();
}

}  // namespace

TEST_CASE("months keep their day, or end with the month") {
    CHECK(ends(1, Unit::months, "2026-01-31") == "2026-02-28");
    CHECK(ends(1, Unit::months, "2028-01-31") == "2028-02-29");
    CHECK(ends(1, Unit::months, "2026-01-28") == "2026-02-28");
    CHECK(ends(1, Unit::months, "2026-03-31") == "2026-04-30");
    CHECK(ends(1, Unit::months, "2026-12-31") == "2027-01-31");
    CHECK(ends(3, Unit::months, "2026-11-30") == "2027-02-28");
    CHECK(ends(1, Unit::years, "2028-02-29") == "2029-02-28");
    CHECK(ends(4, Unit::years, "2028-02-29") == "2032-02-29");
}

TEST_CASE("days are counted from the day after, over month ends and the leap day") {
    CHECK(ends(14, Unit::days, "2026-03-03") == "2026-03-17");
    CHECK(ends(14, Unit::days, "2028-02-16") == "2028-03-01");
    CHECK(ends(14, Unit::days, "2026-02-16") == "2026-03-02");
    CHECK(ends(14, Unit::days, "2026-12-24") == "2027-01-07");
}

TEST_CASE("working days leave out Saturdays and Sundays, and nothing else") {
    CHECK(ends(10, Unit::working_days, "2026-06-10") == "2026-06-24");  // a Wednesday
    CHECK(ends(1, Unit::working_days, "2026-06-12") == "2026-06-15");   // a Friday
    CHECK(ends(1, Unit::working_days, "2026-06-13") == "2026-06-15");   // a Saturday
    CHECK(ends(1, Unit::working_days, "2026-06-14") == "2026-06-15");   // a Sunday
    CHECK(ends(10, Unit::working_days, "2026-12-24") == "2027-01-07");  // Christmas counts: never too late
}

TEST_CASE("a day is the one that the moment names, whatever hour and offset") {
    CHECK(ends(14, Unit::days, "2026-03-03T00:00:00+01:00") == "2026-03-17");
    CHECK(ends(14, Unit::days, "2026-03-03T23:59:59+01:00") == "2026-03-17");
    CHECK(ends(1, Unit::months, "2026-10-25T02:30:00+02:00") == "2026-11-25");
}

TEST_CASE("hours are hours that pass, also when the clocks change") {
    CHECK(ends(24, Unit::hours, "2026-03-03T09:20:00+01:00") == "2026-03-04T09:20:00+01:00");
    CHECK(ends(24, Unit::hours, "2026-03-28T18:00:00+01:00") == "2026-03-29T19:00:00+02:00");
    CHECK(ends(24, Unit::hours, "2026-10-24T18:00:00+02:00") == "2026-10-25T17:00:00+01:00");
    CHECK(ends(24, Unit::hours, "2026-10-25T02:30:00+02:00") == "2026-10-26T01:30:00+01:00");
    CHECK(ends(24, Unit::hours, "2028-02-28T12:00:00+01:00") == "2028-02-29T12:00:00+01:00");
    CHECK(ends(24, Unit::hours, "2026-03-03T08:20:00Z") == "2026-03-04T09:20:00+01:00");
}

TEST_CASE("the end of the year is its last day") {
    CHECK(end_of({6, Unit::years, true}, "2026-03-02", zone) == "2032-12-31");
}

TEST_CASE("what is no time ends never, and so does what ends past the year 9999") {
    CHECK(ends(24, Unit::hours, "2026-03-03") == "never");
    CHECK(ends(14, Unit::days, "soon") == "never");
    CHECK(ends(14, Unit::days, "9999-12-31") == "never");
    CHECK(ends(24, Unit::hours, "9999-12-31T12:00:00+01:00") == "never");
}

TEST_CASE("a region is known by its names and its code, accents and case apart") {
    const DeadlineBook book = shipped();
    for (const char* name : {"Andalucía", "andalucia", "ANDALUCÍA", "Andalusia", "ES-AN"})
        CHECK(region_code(book, name) == "ES-AN");
    for (const char* name : {"Cataluña", "Catalunya", "Catalonia", "es-ct"}) CHECK(region_code(book, name) == "ES-CT");
    for (const char* name : {"", "Madrid", "England and Wales"}) CHECK(region_code(book, name).empty());
}

TEST_CASE("the region's rule stands before the country's, that before the EU's, that before everybody's") {
    const auto told = [](const char* country, const char* region) {
        std::string list;
        const DeadlineBook book = parse_deadlines(Json{{"deadlines", {
                 Json::parse(with({{"of", "ALL"}})).at("deadlines").at(0), Json::parse(with({{"of", "EU"}})).at("deadlines").at(0),
                 Json::parse(with({{"of", "ES"}})).at("deadlines").at(0), Json::parse(with({{"of", "ES-AN"}})).at("deadlines").at(0)}}}.dump(), "book");
        for (const auto& rules : rules_for(book, country, region))
            for (const DeadlineRule* rule : rules) list += rule->of + " ";
        return list;
    };
    CHECK(told("ES", "ES-AN") == "ES-AN ES EU ALL ");
    CHECK(told("ES", "") == "ES EU ALL ");
    CHECK(told("GR", "") == "EU ALL ");
    CHECK(told("GB", "") == "ALL ");
}

TEST_CASE("a book of deadlines that says something else is refused, by name") {
    const auto refused = [](const Json& members, const std::string& why) {
        INFO(members.dump());
        CHECK_THROWS_WITH(parse_deadlines(with(members), "deadlines.json"), Catch::Contains(why));
    };
    CHECK(parse_deadlines(with(Json::object()), "deadlines.json").rules.size() == 1);
    refused({{"id", nullptr}}, "no 'id'");
    refused({{"basis", ""}}, "no 'basis'");
    refused({{"kind", "wish"}}, "'wish'");
    refused({{"length", {{"days", nullptr}, {"moons", 3}}}}, "'moons'");
    refused({{"length", {{"days", 0}}}}, "no length");
    refused({{"length", {{"months", 2}}}}, "no length");  // and 14 days
    refused({{"length", nullptr}}, "has a length");
    refused({{"counts_from", nullptr}}, "has a length");
    refused({{"kind", "note"}}, "has a length");
    refused({{"means", nullptr}}, "what silence means");
    refused({{"days", 3}}, "unknown member 'days'");
    refused({{"counts_from", 3}}, "wrong type");
    CHECK_THROWS_AS(parse_deadlines("[]", "deadlines.json"), Error);
}
