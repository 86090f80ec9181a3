// Deadlines and promises, from the case file to the list and the calendar.
#include "workflow/due.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "workflow/case_reader.h"
#include "workflow/salon.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t new_year_2026 = 1767222000;  // 2026-01-01T00:00:00+01:00

/// A salon whose clock shows that day of 2026, counted from 1 January, at noon.
void set_clock(Salon& salon, int day) {
    const std::int64_t then = new_year_2026 + std::int64_t{day - 1} * 86400 + 12 * 3600;
    salon.clock().move(then - salon.clock().now().seconds);
}

Json hair(const Json& intake = Json::object()) {
    Json file = read_case_file(sample("pl-hair.json"));
    for (const char* section : {"evidence", "photo_sheet"}) file.erase(section);
    file["intake"].merge_patch(intake);
    return file;
}

std::string open(Salon& salon, const Json& file) {
    return open_case(salon.place(), salon.file_with("case.json", file)).number;
}

std::string told_of(const DueList& list) {
    std::string text;
    for (const DueItem& item : list.items)
        text += item.entry.item + " " + std::to_string(item.days) + (item.is_overdue ? "! " : " ");
    return text;
}

std::string told_of(Salon& salon, const DueQuestion& question = {}) { return told_of(list_due(salon.place(), question)); }

Json last_deadlines(Salon& salon, const std::string& number) {
    return Vault(salon.place().vault, Access::read, salon.place().surroundings).deadlines(number);
}

std::size_t events_of(Salon& salon, const std::string& kind, const std::string& number) {
    const Trail trail = pull_trail(salon.place(), number);
    return static_cast<std::size_t>(std::count_if(trail.lines.begin(), trail.lines.end(),
                                                  [&](const TrailLine& line) { return line.kind == kind; }));
}

}  // namespace

TEST_CASE("a case is opened with its deadlines, in the same moment") {
    Salon salon;
    const std::string number = open(salon, hair());
    const Trail trail = pull_trail(salon.place(), number);
    REQUIRE(trail.lines.size() > 1);
    CHECK(trail.lines[1].kind == "deadlines.set");
    CHECK(trail.lines[1].time == trail.lines[0].time);
    CHECK_THAT(trail.lines[1].what, Catch::Contains("acknowledgement by 2026-03-04T10:15:00+01:00, reply by 2026-03-17"));
    CHECK(salon.is_intact());
}

TEST_CASE("days are told by the salon's calendar, overdue first") {
    Salon salon;
    const std::string number = open(salon, hair());
    set_clock(salon, 62);  // 3 March
    CHECK(told_of(salon) == "acknowledgement 1 reply 14 ");
    set_clock(salon, 63);  // 4 March, noon: the 24 hours ended at 10:15
    CHECK(told_of(salon) == "acknowledgement 0! reply 13 ");
    set_clock(salon, 76);  // the 17th: the last day is not late
    CHECK(told_of(salon) == "acknowledgement -13! reply 0 ");
    set_clock(salon, 77);
    CHECK(told_of(salon) == "acknowledgement -14! reply -1! ");
    CHECK(list_due(salon.place()).overdue == 2);
}

TEST_CASE("what is overdue is shown however few days are asked for, what is far away is not") {
    Salon salon;
    (void)open(salon, hair());
    set_clock(salon, 64);
    CHECK(told_of(salon, {.within = 0}) == "acknowledgement -1! ");
    CHECK(told_of(salon, {.within = 11}) == "acknowledgement -1! ");
    CHECK(told_of(salon, {.within = 12}) == "acknowledgement -1! reply 12 ");
}

TEST_CASE("a later date in the case file is warned of when the case is opened") {
    Salon salon;
    const CaseOutcome opened =
        open_case(salon.place(), salon.file_with("case.json", hair({{"reply_due", "2026-04-17"}})));
    REQUIRE(opened.number == "2099-0001");
    CHECK(worst(opened.findings) == Level::warning);
    CHECK(last_deadlines(salon, opened.number).at(1).at("due") == "2026-03-17");
}

TEST_CASE("the country of the vault's locale counts where the case names none") {
    Salon salon;
    Json file = hair();
    file.erase("jurisdiction");
    CHECK(last_deadlines(salon, open(salon, file)).at(1).at("due") == "2026-03-17");
}

TEST_CASE("a changed complaint moves its deadlines, other additions leave them alone") {
    Salon salon;
    const std::string number = open(salon, hair({{"reply_due", nullptr}, {"ack_due", nullptr}}));
    const auto bring = [&](const Json& sections) {
        return add_to_case(salon.place(), number, salon.file_with("more.json", sections));
    };
    (void)bring({{"reply", {{"reasons", "none yet"}}}});
    (void)bring({{"intake", {{"severity", "low"}}}});
    CHECK(events_of(salon, "deadlines.set", number) == 1);
    (void)bring({{"intake", {{"received_at", "2026-03-05T10:00:00+01:00"}}}});
    CHECK(events_of(salon, "deadlines.set", number) == 2);
    CHECK(last_deadlines(salon, number).at(1).at("due") == "2026-03-19");
    // Later than the law: told once, and nothing changes.
    CHECK(worst(bring({{"intake", {{"reply_due", "2026-03-20"}}}}).findings) == Level::warning);
    CHECK(worst(bring({{"intake", {{"severity", "high"}}}}).findings) == Level::note);
    CHECK(events_of(salon, "deadlines.set", number) == 2);
    CHECK(salon.is_intact());
}

TEST_CASE("dates that the case file lacks stand on the intake record, worked out") {
    Salon salon;
    const std::string number = open(salon, hair({{"reply_due", nullptr}, {"ack_due", nullptr}}));
    const Issued issued = salon.issue("intake", number);
    REQUIRE_FALSE(issued.record.empty());
    for (const Finding& finding : issued.findings) {
        CHECK(finding.where != "intake.reply_due");
        CHECK(finding.where != "intake.ack_due");
    }
    const Vault vault(salon.place().vault, Access::read, salon.place().surroundings);
    const RecordEntry record = vault.records(number).at(0);
    for (const ObjectRef& object : record.fixed_objects)
        if (object.role == "answers") {
            const Json answers = parse_json(vault.object(object.sha256), "answers").at("answers");
            CHECK(answers.at("reply_due") == "2026-03-17");
            CHECK(answers.at("ack_due") == "2026-03-04T10:15:00+01:00");
        }
}

TEST_CASE("a settlement's promises are due once it is issued, and gone when the case is closed") {
    Salon salon;
    set_clock(salon, 70);
    const std::string number = open(salon, hair());
    REQUIRE_FALSE(salon.issue("settlement", number).record.empty());
    const DueList list = list_due(salon.place());
    REQUIRE(list.items.size() == 3);
    CHECK(list.items.back().entry.record.starts_with("SET-"));
    CHECK(list.items.back().entry.item == "payment");
    CHECK(list.items.back().entry.until == "2026-03-23");
    CHECK(pull_trail(salon.place(), number).lines.back().what.find("promises payment by 2026-03-23") != std::string::npos);
    (void)close_case(salon.place(), number, {"", "test", "Nobody"});
    CHECK(list_due(salon.place()).items.empty());
}

TEST_CASE("a deadline met in another way is closed, once, with its reason in the trail") {
    Salon salon;
    const std::string number = open(salon, hair());
    meet_deadline(salon.place(), number, "reply", "a letter of 9 March");
    CHECK(told_of(salon, {.case_number = number}).starts_with("acknowledgement"));
    CHECK(list_due(salon.place()).items.size() == 1);
    CHECK_THAT(pull_trail(salon.place(), number).lines.back().what, Catch::Contains("a letter of 9 March"));
    for (const char* deadline : {"reply", "replies", "", "acknowledgement, reply"})
        CHECK_THROWS_WITH(meet_deadline(salon.place(), number, deadline, "again"),
                          Catch::Contains("open are: acknowledgement"));
    CHECK_THROWS_AS(meet_deadline(salon.place(), number, "acknowledgement", " \n"), Error);
    CHECK_THROWS_AS(meet_deadline(salon.place(), "2099-0009", "reply", "a letter"), Error);
}

TEST_CASE("one case also tells until when claims may come, and what else the law says") {
    Salon salon;
    const std::string number = open(salon, hair());
    const DueList list = list_due(salon.place(), {.case_number = number});
    CHECK(list.limits.size() > 3);
    CHECK(list.notes.size() > 1);
    CHECK(list_due(salon.place()).limits.empty());
    CHECK_THROWS_AS(list_due(salon.place(), {.case_number = "2099-0009"}), Error);
}

TEST_CASE("a salon's own law stands before the program's") {
    Salon salon;
    fs::create_directories(salon.place().vault / "forms/law");
    Json law = parse_json(read_file(fs::path(UGODA_SOURCE_DIR) / "forms/law/deadlines.json", 1u << 20, Fault::input), "law");
    law["deadlines"] = {{{"id", "reply"}, {"of", "PL"}, {"kind", "duty"}, {"what", "reply"}, {"length", {{"days", 7}}},
                         {"counts_from", "intake.received_at"}, {"basis", "our word"}, {"certainty", "high"}, {"means", "shame"}}};
    write_file_durably(salon.place().vault / "forms/law/deadlines.json", law.dump(), 0600);
    CHECK(last_deadlines(salon, open(salon, hair())).at(0).at("due") == "2026-03-10");
    write_file_durably(salon.place().vault / "forms/law/deadlines.json", "{}]", 0600);
    CHECK_THROWS_WITH(open(salon, hair()), Catch::Contains("deadlines.json"));
}

TEST_CASE("the calendar has a number and a kind, and nothing of people, health or money") {
    Salon salon;
    const std::string number = open(salon, hair());
    (void)salon.issue("settlement", number);
    const DueList list = list_due(salon.place());
    CHECK(write_calendar(list, salon.path("due.ics")) == 3);
    const std::string text = read_file(salon.path("due.ics"), 1u << 20, Fault::input);
    CHECK_THAT(text, Catch::Contains("SUMMARY:2099-0001: reply\r\n"));
    CHECK_THAT(text, Catch::Contains("SUMMARY:2099-0001: SET-2099-0001 payment\r\n"));
    for (const char* personal : {"Hortensja", "900", "sum", "włos", "Melania"})
        CHECK(text.find(personal) == std::string::npos);
    CHECK((fs::status(salon.path("due.ics")).permissions() & fs::perms::others_read) == fs::perms::none);
}

TEST_CASE("the same thing has the same name in every calendar, and another vault's has another") {
    const auto uids = [](Salon& salon) {
        (void)write_calendar(list_due(salon.place()), salon.path("due.ics"));
        std::istringstream lines(read_file(salon.path("due.ics"), 1u << 20, Fault::input));
        std::string all, line;
        while (std::getline(lines, line))
            if (line.starts_with("UID:")) all += line;
        return all;
    };
    Salon salon, other;
    const std::string number = open(salon, hair());
    (void)open(other, hair());
    const std::string before = uids(salon);
    CHECK(before.find("UID:2099-0001.acknowledgement@") == 0);
    salon.clock().move(86400);
    CHECK(uids(salon) == before);
    CHECK(uids(other) != before);
    meet_deadline(salon.place(), number, "acknowledgement", "by phone");
    CHECK(before.find(uids(salon)) != std::string::npos);
}

TEST_CASE("a calendar replaces only one that we wrote") {
    Salon salon;
    (void)open(salon, hair());
    const DueList list = list_due(salon.place());
    (void)write_calendar(list, salon.path("due.ics"));
    CHECK(write_calendar(list, salon.path("due.ics")) == 2);
    for (const char* theirs : {"BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n", "", "PRODID:-//Ugoda//due//EN"}) {
        write_file_durably(salon.path("theirs.ics"), theirs, 0600);
        CHECK_THROWS_WITH(write_calendar(list, salon.path("theirs.ics")), Catch::Contains("no calendar that ugoda wrote"));
        CHECK(read_file(salon.path("theirs.ics"), 1u << 20, Fault::input) == theirs);
    }
    CHECK_THROWS_AS(write_calendar(list, salon.path("no/such/folder.ics")), Error);
    CHECK_THROWS_AS(write_calendar(list, salon.out()), Error);
}
