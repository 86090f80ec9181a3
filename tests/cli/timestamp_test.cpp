// `ugoda timestamp` as a shell sees it: exit codes, one line of complaint, nothing kept of a liar's word.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "cli/shell.h"
#include "support/loopback_server.h"
#include "support/time_authority.h"

using namespace ugoda;

namespace {

class Desk {
  public:
    Desk() {
        (void)shell.init();
        write_file_durably(ca(), authority.root(), 0600);
    }
    [[nodiscard]] std::string ca() const { return shell.folder() + "/ca.pem"; }
    Outcome ask(const std::string& url) {
        CHECK(shell.in_vault({"timestamp", "--authority", url, "--ca", ca()}).code == 0);
        return shell.in_vault({"timestamp"});
    }

    Shell shell;
    TimeAuthority authority;
    LoopbackServer good{[this](const std::string&, const std::string& query) {
        return http_ok("application/timestamp-reply", authority.reply(query));
    }};
};

}  // namespace

TEST_CASE("a timestamp says when, by whom and over how much, and the next time that nothing is new") {
    Desk desk;
    const Outcome made = desk.ask(desk.good.url());
    CHECK(made.code == 0);
    CHECK_THAT(made.out, Catch::Contains("Test Time, over 3 events"));
    const Outcome again = desk.shell.in_vault({"timestamp"});
    CHECK(again.code == 0);
    CHECK(again.out.empty());
    CHECK_THAT(again.err, Catch::Contains("nothing is new"));
    const Json data = parse_json(desk.shell.in_vault({"timestamp", "--renew", "--json"}).out, "out");
    CHECK(data.at("stamped") == true);
    CHECK(data.at("size") == 4);
    CHECK(data.at("renewed") == 0);
    CHECK(desk.shell.in_vault({"verify"}).code == 0);
}

TEST_CASE("no authority named is a request that cannot be used") {
    Shell shell;
    (void)shell.init();
    CHECK(shell.in_vault({"timestamp"}).code == 2);
    CHECK(shell.in_vault({"timestamp", "--ca", "ca.pem"}).code == 2);
    CHECK(shell.in_vault({"timestamp", "--authority", "tsa.example"}).code == 2);
    CHECK(shell.in_vault({"timestamp", "--authority", "https://tsa.example/", "--ca", shell.vault() + "/vault.toml"}).code == 2);
    CHECK(shell.in_vault({"timestamp", "--authority", "https://tsa.example/", "--renew"}).code == 2);
}

TEST_CASE("offline is exit code 0 with a note, a liar exit code 3 with one line") {
    Desk desk;
    const Outcome offline = desk.ask(url_of_nobody());
    CHECK(offline.code == 0);
    CHECK_THAT(offline.err, Catch::StartsWith("ugoda: note: timestamp: the authority cannot be reached: 3 events since"));
    const TimeAuthority stranger;
    const LoopbackServer liar([&](const std::string&, const std::string& query) {
        return http_ok("application/timestamp-reply", stranger.reply(query));
    });
    const Outcome lied = desk.ask(liar.url());
    CHECK(lied.code == 3);
    CHECK(std::count(lied.err.begin(), lied.err.end(), '\n') == 1);
    CHECK_THAT(lied.err, Catch::StartsWith("ugoda: " + liar.url()));
    CHECK(lied.out.empty());
    CHECK_THAT(desk.shell.in_vault({"verify"}).out, Catch::StartsWith("intact: 4 events"));
}

TEST_CASE("an authority that hangs is left when the time it was given in vault.toml is over") {
    Desk desk;
    const LoopbackServer silent([](const std::string&, const std::string&) { return ""; });
    CHECK(desk.shell.in_vault({"timestamp", "--authority", silent.url(), "--ca", desk.ca()}).code == 0);
    const std::string file = desk.shell.vault() + "/vault.toml";
    write_file_durably(file, read_file(file, 1 << 20, Fault::storage) + "timeout_seconds = 1\n", 0600);
    REQUIRE(desk.shell.in_vault({"settings", "accept"}).code == 0);
    const Outcome hung = desk.shell.in_vault({"timestamp"});
    CHECK(hung.code == 3);
    CHECK_THAT(hung.err, Catch::Contains("within 1 second"));
}

TEST_CASE("the program does not load the network's libraries, its module does") {
    const std::string list = "LD_TRACE_LOADED_OBJECTS=1 '" + std::string(UGODA_PROGRAM) + "'";
    CHECK(std::system((list + " | grep -q libsqlite3").c_str()) == 0);
    CHECK(std::system((list + " | grep -q -e libcurl -e libpodofo").c_str()) != 0);
}
