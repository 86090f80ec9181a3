// Calendars, read back by libical, which has nothing in common with what wrote them.
#include "casefile/icalendar.h"

#include <libical/ical.h>

#include <catch2/catch.hpp>

#include "base/handle.h"

using namespace ugoda;

namespace {

using Component = Handle<icalcomponent, icalcomponent_free>;

const Instant now{1772615400, 60};  // 2026-03-04T10:10:00+01:00

Component read(const std::string& text) {
    Component calendar(icalparser_parse_string(text.c_str()));
    REQUIRE(calendar);
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    CHECK(icalrestriction_check(calendar.get()) == 1);
    return calendar;
}

/// Every line as it is, ends cut off.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

icalcomponent* first_event(const Component& calendar) {
    return icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
}

}  // namespace

TEST_CASE("a whole day and a moment come out of another program's parser as they went in") {
    const Component calendar = read(to_icalendar(
        {{"a@house", "2026-12-31", "2026-0001: reply", "see there"}, {"b@house", "2026-03-29T19:00:00+02:00", "ack", ""}},
        now));
    icalcomponent* event = first_event(calendar);
    CHECK(std::string(icalcomponent_get_uid(event)) == "a@house");
    CHECK(std::string(icalcomponent_get_summary(event)) == "2026-0001: reply");
    CHECK(icaltime_is_date(icalcomponent_get_dtstart(event)));
    CHECK(std::string(icaltime_as_ical_string(icalcomponent_get_dtstart(event))) == "20261231");
    CHECK(std::string(icaltime_as_ical_string(icalcomponent_get_dtend(event))) == "20270101");
    CHECK(std::string(icaltime_as_ical_string(icalcomponent_get_dtstamp(event))) == "20260304T091000Z");
    event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    CHECK(std::string(icaltime_as_ical_string(icalcomponent_get_dtstart(event))) == "20260329T170000Z");
    CHECK(icaltime_is_utc(icalcomponent_get_dtstart(event)));
}

TEST_CASE("every entry rings a day before") {
    const Component calendar = read(to_icalendar({{"a@house", "2026-03-17", "reply", ""}}, now));
    icalcomponent* alarm = icalcomponent_get_first_component(first_event(calendar), ICAL_VALARM_COMPONENT);
    REQUIRE(alarm != nullptr);
    icalproperty* trigger = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
    CHECK(icaldurationtype_as_int(icalproperty_get_trigger(trigger).duration) == -86400);
}

TEST_CASE("no line is longer than 75 octets, no letter is torn, and long words come back whole") {
    std::string summary;
    for (int i = 0; i < 60; ++i) summary += "żółć, ";
    summary += "end";
    const std::string text = to_icalendar({{"a@house", "2026-03-17", summary, summary}}, now);
    std::size_t folded = 0;
    for (const std::string& line : lines_of(text)) {
        CHECK(line.size() <= 75);
        CHECK((line.empty() || (static_cast<unsigned char>(line[0]) & 0xC0u) != 0x80u));
        folded += line.starts_with(' ');
    }
    CHECK(folded > 5);
    CHECK(std::string(icalcomponent_get_summary(first_event(read(text)))) == summary);
}

TEST_CASE("marks that mean something to a calendar come back as themselves, and none begins a line of its own") {
    const std::string summary = "a; b, c\\n d \\ e: \"f\"";
    const std::string text =
        to_icalendar({{"a@house", "2026-03-17", summary, "one\r\nATTENDEE:mailto:x@example.com"}}, now);
    const Component calendar = read(text);
    CHECK(std::string(icalcomponent_get_summary(first_event(calendar))) == summary);
    CHECK(icalcomponent_get_first_property(first_event(calendar), ICAL_ATTENDEE_PROPERTY) == nullptr);
}

TEST_CASE("a calendar of nothing is a calendar") {
    const std::string text = to_icalendar({}, now);
    CHECK(lines_of(text).front() == "BEGIN:VCALENDAR");
    CHECK(first_event(Component(icalparser_parse_string(text.c_str()))) == nullptr);
}
