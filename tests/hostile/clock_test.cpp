// A computer whose clock was changed: the order of events stays certain, numbers stay gapless.
#include <catch2/catch.hpp>

#include "hostile/shell.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

constexpr std::int64_t day = 86400, year = 365 * day;

std::string opened(Shell& shell) {
    return shell
        .in_vault({"case", "open", shell.json_file("case.json", sample_case("pl-hair.json"))})
        .out;
}

}  // namespace

TEST_CASE("a clock set back is noted with the event, and the vault stays intact") {
    Shell shell;
    shell.clock.move(-3 * day);
    CHECK_THAT(opened(shell), Catch::StartsWith("2099-0002"));
    const Outcome verified = shell.in_vault({"verify"});
    CHECK(verified.code == 0);
    CHECK_THAT(verified.err, Catch::Contains("the computer's clock showed an earlier time"));
    CHECK_THAT(shell.in_vault({"trail", "2099-0002"}).out,
               Catch::Contains("clock showed less than at the event before"));
}

TEST_CASE("a clock set far forward and back again loses nothing") {
    Shell shell;
    shell.clock.move(500 * year);
    CHECK_THAT(opened(shell), Catch::StartsWith("2599-0001"));
    shell.clock.move(-500 * year);
    CHECK_THAT(opened(shell), Catch::StartsWith("2099-0002"));
    shell.check_intact(7);
}

TEST_CASE("numbers begin anew with the year, and go on where an earlier year is met again") {
    Shell shell;
    shell.clock.move(year);
    CHECK_THAT(opened(shell), Catch::StartsWith("2100-0001"));
    CHECK_THAT(opened(shell), Catch::StartsWith("2100-0002"));
    shell.clock.move(-year);
    CHECK_THAT(opened(shell), Catch::StartsWith("2099-0002"));
    shell.clock.move(-130 * year);
    CHECK_THAT(opened(shell), Catch::StartsWith("1969-0001"));
    shell.check_intact(11);
}

TEST_CASE("the year is that of the salon's own midnight, not of Greenwich's") {
    Shell shell;
    // 2099-12-31T23:30:00Z is half past midnight in Warsaw, where this clock stands.
    shell.clock = FakeClock{{4102443000, 60}};
    CHECK_THAT(opened(shell), Catch::StartsWith("2100-0001"));
}

TEST_CASE("a clock beyond the years that have four digits logs nothing") {
    Shell shell;
    for (const std::int64_t seconds : {253402300800, -62167219201}) {
        shell.clock = FakeClock{{seconds, 0}};
        shell.refuses({"case", "open", shell.json_file("case.json", sample_case("pl-hair.json"))},
                      3, "clock");
        shell.refuses({"issue", "settlement", "2099-0001", "--out", shell.path("out")}, 3, "clock");
    }
    shell.check_intact(3);
}
