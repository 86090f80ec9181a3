// `due` and `meet`, as a shell calls them.
#include <catch2/catch.hpp>

#include "cli/shell.h"
#include "support/fake_clock.h"

using namespace ugoda;

namespace {

FakeClock clock_at(std::int64_t seconds) { return FakeClock({seconds, 60}); }

constexpr std::int64_t third_of_march = 1772532000;  // 2026-03-03T11:00:00+01:00

}  // namespace

TEST_CASE("due shows what, when, how far, on what ground and what silence means, and is 0 while nothing is late") {
    Shell shell;
    FakeClock clock = clock_at(third_of_march);
    shell.clock = &clock;
    (void)opened_case(shell);
    const Outcome outcome = shell.in_vault({"due"});
    CHECK(outcome.code == 0);
    CHECK(outcome.out ==
          "2026-03-04 10:15  in 1 day        2026-0001  acknowledge the complaint\n"
          "    good practice, certainty high: no law of these countries sets 24 hours: silence costs trust, not rights\n"
          "2026-03-17        in 14 days      2026-0001  reply to the complaint\n"
          "    art. 7a ust. 1-2 ustawy z 30.05.2014 o prawach konsumenta, certainty high: no reply in time: the complaint "
          "counts as accepted (how far for damages is debated); it must reach the client, on paper or another durable "
          "medium\n");
    CHECK(outcome.err.empty());
}

TEST_CASE("due is 1 when something is late, and says how late") {
    Shell shell;
    FakeClock clock = clock_at(third_of_march);
    shell.clock = &clock;
    const std::string number = opened_case(shell);
    clock.move(86400);
    Outcome outcome = shell.in_vault({"due", "--within", "3"});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.out, Catch::Contains("late since today") && !Catch::Contains("reply to"));
    clock.move(86400);
    CHECK_THAT(shell.in_vault({"due"}).out, Catch::Contains("1 day late"));
    outcome = shell.in_vault({"meet", number, "acknowledgement", "--how", "by phone on 3 March"});
    CHECK(outcome.code == 0);
    CHECK(outcome.out == number + ": acknowledgement met\n");
    CHECK(shell.in_vault({"due"}).code == 0);
    CHECK(shell.in_vault({"meet", number, "acknowledgement", "--how", "again"}).code == 2);
    CHECK_THAT(shell.in_vault({"case", "show", number}).out,
               Catch::Contains("due:\n2026-03-17") && Catch::Contains("met: acknowledge the complaint, by 2026-03-04"));
}

TEST_CASE("nothing due is nothing on standard output") {
    Shell shell;
    (void)shell.init();
    const Outcome outcome = shell.in_vault({"due"});
    CHECK(outcome.code == 0);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == "nothing is due\n");
}

TEST_CASE("due as data has all of it") {
    Shell shell;
    FakeClock clock = clock_at(third_of_march);
    shell.clock = &clock;
    const std::string number = opened_case(shell);
    clock.move(86400);
    const Json value = parse_json(shell.in_vault({"due", number, "--json"}).out, "out");
    CHECK(value.at("overdue") == 1);
    const Json& first = value.at("due").at(0);
    CHECK(first.at("case") == number);
    CHECK(first.at("kind") == "deadline");
    CHECK(first.at("id") == "acknowledgement");
    CHECK(first.at("until") == "2026-03-04T10:15:00+01:00");
    CHECK(first.at("days") == 0);
    CHECK(first.at("overdue") == true);
    CHECK(first.at("certainty") == "high");
    CHECK(value.at("limits").size() > 3);
    const Json shown = parse_json(shell.in_vault({"case", "show", number, "--json"}).out, "out");
    CHECK(shown.at("due") == value.at("due"));
    CHECK(shown.at("deadlines").size() == 2);
}

TEST_CASE("a calendar is written where asked, told on the error stream, and never over another file") {
    Shell shell;
    (void)opened_case(shell);
    const Outcome outcome = shell.in_vault({"due", "--ics", shell.folder() + "/due.ics"});
    CHECK_THAT(outcome.err, Catch::Contains("2 entries written to"));
    CHECK(std::filesystem::exists(shell.folder() + "/due.ics"));
    const std::string theirs = shell.folder() + "/theirs.ics";
    write_file_durably(theirs, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", 0600);
    const Outcome refused = shell.in_vault({"due", "--ics", theirs});
    CHECK(refused.code == 2);
    CHECK(refused.out.empty());
    CHECK_THAT(refused.err, Catch::Contains("theirs.ics") && Catch::Contains("another name"));
}

TEST_CASE("days that are none and a case that is none are exit code 2") {
    Shell shell;
    (void)shell.init();
    for (const char* days : {"-1", "soon", "99999999999"}) CHECK(shell.in_vault({"due", "--within", days}).code == 2);
    CHECK(shell.in_vault({"due", "2026-0042"}).code == 2);
    CHECK(shell.in_vault({"meet", "2026-0042", "reply", "--how", "x"}).code == 2);
}
