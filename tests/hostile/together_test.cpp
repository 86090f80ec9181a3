// Two at the same vault at the same time.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "hostile/shell.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

/// Each in a process of its own, all started before any is waited for; their exit codes.
std::vector<int> together(Shell& shell, const std::vector<Words>& verbs) {
    std::vector<pid_t> children;
    for (const Words& words : verbs) {
        children.push_back(::fork());
        if (children.back() == 0) ::_exit(shell.in_vault(words).code);
    }
    std::vector<int> codes;
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        codes.push_back(WIFEXITED(status) ? WEXITSTATUS(status) : -1);
    }
    return codes;
}

}  // namespace

TEST_CASE("cases opened at once each get a number of their own, without a gap") {
    Shell shell;
    const std::string file = shell.json_file("case.json", sample_case("pl-hair.json"));
    for (const int code : together(shell, std::vector<Words>(6, {"case", "open", file})))
        CHECK(code == 0);
    std::set<std::string> numbers;
    const Json list = parse_json(shell.in_vault({"case", "list", "--json"}).out, "out");
    for (const Json& each : list.at("cases")) numbers.insert(each.at("case"));
    CHECK(numbers.size() == 7);
    CHECK(*numbers.rbegin() == "2099-0007");
    shell.check_intact(15);
}

TEST_CASE("photographs added, settings accepted and a case closed at once all happen") {
    Shell shell;
    const std::string before = sample("photographs/before-1.jpg"),
                      after = sample("photographs/after-1.jpg");
    const auto codes = together(shell, {{"photo", "add", "2099-0001", "--before", before},
                                        {"photo", "add", "2099-0001", "--after", after},
                                        {"case", "close", "2099-0001", "--why", "x", "--despite", "x", "--by", "y"},
                                        {"reindex"},
                                        {"verify"}});
    CHECK(codes == std::vector<int>{0, 0, 1, 0, 0});  // closing waits for a decision, and warns
    const Json photos =
        parse_json(shell.in_vault({"case", "show", "2099-0001", "--json"}).out, "out").at("photos");
    REQUIRE(photos.size() == 2);
    CHECK(photos[0].at("number") == 1);
    CHECK(photos[1].at("number") == 2);
    shell.check_intact(6);
}

TEST_CASE("of two who close a case one is told that it is closed") {
    Shell shell;
    const Words close = {"case", "close", "2099-0001", "--despite", "x", "--by", "y"};
    std::vector<int> codes = together(shell, {close, close});
    std::sort(codes.begin(), codes.end());
    CHECK(codes == std::vector<int>{1, 2});
    shell.check_intact(4);
}
