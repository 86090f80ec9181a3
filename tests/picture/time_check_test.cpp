#include "picture/time_check.h"

#include <catch2/catch.hpp>

using namespace ugoda;

namespace {

const Instant received = *parse_rfc3339("2026-03-02T18:00:00+01:00");

PhotoFacts taken(const std::string& camera, const std::string& offset = "") {
    PhotoFacts facts;
    facts.times.camera = camera;
    if (!offset.empty()) facts.times.camera_offset = offset;
    return facts;
}

}  // namespace

TEST_CASE("a camera with an offset one second late is told with both times") {
    const Findings findings =
        check_times(taken("2026-03-02T18:00:01", "+01:00"), received, "IMG_1.jpg");
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().where == "IMG_1.jpg");
    CHECK_THAT(findings.front().what, Catch::Contains("2026-03-02T18:00:01+01:00") &&
                                          Catch::Contains("2026-03-02T18:00:00+01:00"));
}

TEST_CASE("times that agree are not talked about") {
    PhotoFacts facts = taken("2026-03-02T17:00:00", "+01:00");
    facts.times.gps = "2026-03-02T16:00:03+00:00";
    facts.times.file = "2026-03-02T17:00:01+01:00";
    CHECK(check_times(facts, received, "IMG_1.jpg").empty());
    CHECK(check_times({}, received, "IMG_1.jpg").empty());
}

TEST_CASE("a camera without an offset is believed as far as any time zone allows") {
    CHECK(check_times(taken("2026-03-03T07:00:00"), received, "a").empty());
    CHECK(check_times(taken("2026-03-03T07:00:01"), received, "a").size() == 1);
}

TEST_CASE("a file or a GPS time later than the receipt is told") {
    PhotoFacts late_file, late_gps;
    late_file.times.file = "2026-03-02T18:00:01+01:00";
    late_gps.times.gps = "2026-03-02T17:00:01+00:00";
    CHECK_THAT(check_times(late_file, received, "a").at(0).what,
               Catch::StartsWith("the file says"));
    CHECK_THAT(check_times(late_gps, received, "a").at(0).what, Catch::StartsWith("GPS says"));
}

TEST_CASE("camera and GPS more than a day apart contradict each other") {
    PhotoFacts facts = taken("2026-03-01T10:00:00", "+01:00");
    facts.times.gps = "2026-03-02T09:00:00+00:00";
    CHECK(check_times(facts, received, "a").empty());
    facts.times.gps = "2026-03-02T09:00:01+00:00";
    CHECK_THAT(check_times(facts, received, "a").at(0).what,
               Catch::Contains("more than a day apart"));
    facts.times.camera_offset.reset();
    CHECK(check_times(facts, received, "a").empty());
}

TEST_CASE("an after that is earlier than its before is told, across offsets") {
    const PhotoFacts before = taken("2026-03-02T13:52:10", "+01:00");
    CHECK(check_order(before, "b", taken("2026-03-02T17:08:25", "+01:00"), "a").empty());
    CHECK(check_order(before, "b", taken("2026-03-02T12:52:11", "+00:00"), "a").empty());
    const Findings findings =
        check_order(before, "b.jpg", taken("2026-03-02T12:52:09", "+00:00"), "a.jpg");
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().where == "a.jpg");
    CHECK_THAT(findings.front().what, Catch::Contains("b.jpg"));
}

TEST_CASE("without offsets only the same camera's times are compared as they stand") {
    PhotoFacts before = taken("2026-03-02T13:00:00"), after = taken("2026-03-02T12:00:00");
    CHECK(check_order(before, "b", after, "a").empty());
    before.camera = "Test One";
    after.camera = "Test Two";
    CHECK(check_order(before, "b", after, "a").empty());
    after.camera = "Test One";
    CHECK(check_order(before, "b", after, "a").size() == 1);
}

TEST_CASE("photographs without a camera time are not compared") {
    CHECK(check_order({}, "b", taken("2026-03-02T12:00:00", "+01:00"), "a").empty());
    CHECK(check_order(taken("2026-03-02T12:00:00", "+01:00"), "b", {}, "a").empty());
}
