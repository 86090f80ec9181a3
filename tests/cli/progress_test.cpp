// Long work tells on a terminal how far it has come, and leaves no trace.
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>

#include "cli/progress_line.h"
#include "cli/shell.h"
#include "support/fake_clock.h"

using namespace ugoda;

namespace {

/// The line with a clock that the test moves.
struct Watched {
    std::ostringstream terminal;
    std::int64_t now = 5000;
    ProgressLine line{terminal, [this] { return now; }};
};

/// A computer on which everything takes long.
struct SlowClock final : Clock {
    [[nodiscard]] Instant now() const override { return {1773333005, 60}; }
    [[nodiscard]] std::string boot_id() const override { return "slow"; }
    [[nodiscard]] std::int64_t monotonic_ms() const override { return ms_ += 600; }

  private:
    mutable std::int64_t ms_ = 0;
};

/// What the real program writes to standard error when that is a terminal.
std::string on_a_terminal(const Shell& shell, std::vector<std::string> words) {
    int master = -1, terminal = -1;
    REQUIRE(::openpty(&master, &terminal, nullptr, nullptr, nullptr) == 0);
    words.insert(words.begin(), {UGODA_PROGRAM, "--vault", shell.vault()});
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv("XDG_STATE_HOME", (shell.folder() + "/state").c_str(), 1);
        ::dup2(terminal, STDERR_FILENO);
        if (std::freopen("/dev/null", "w", stdout) != nullptr) ::execv(UGODA_PROGRAM, arguments.data());
        ::_exit(127);
    }
    ::close(terminal);
    std::string text;
    char piece[256];
    for (ssize_t got; (got = ::read(master, piece, sizeof piece)) > 0;) text.append(piece, static_cast<std::size_t>(got));
    ::close(master);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) == 0);
    return text;
}

}  // namespace

TEST_CASE("nothing is told in the first second") {
    Watched at;
    at.line.show("events", 1, 10);
    at.now += 999;
    at.line.show("events", 2, 10);
    CHECK(at.terminal.str().empty());
    at.now += 1;
    at.line.show("events", 3, 10);
    CHECK(at.terminal.str() == "3 of 10 events");
}

TEST_CASE("the line changes in its place and not faster than the eye follows") {
    Watched at;
    at.now += 1000;
    at.line.show("events", 3000, 9000);
    at.now += 50;
    at.line.show("events", 4000, 9000);
    at.now += 50;
    at.line.show("objects", 5, 90);
    CHECK(at.terminal.str() == "3000 of 9000 events\r" + std::string(19, ' ') + "\r5 of 90 objects");
}

TEST_CASE("the line is gone when the work is done, and when it is broken off") {
    for (const bool is_finished : {true, false}) {
        std::ostringstream terminal;
        std::int64_t now = 0;
        {
            ProgressLine line(terminal, [&] { return now; });
            now = 2000;
            line.show("files", 1, 2);
            if (is_finished) line.show("files", 2, 2);
        }
        CHECK(terminal.str() == "1 of 2 files\r            \r");
    }
}

TEST_CASE("verbs that can take long tell how far they are, and only a terminal without --json sees it") {
    const SlowClock slow;
    Shell shell;
    const std::string number = opened_case(shell);
    const auto photograph = [](const char* name) { return Shell::sample(std::string("photographs/") + name); };
    const std::vector<std::pair<std::vector<std::string>, std::string>> verbs = {
        {{"case", "open", Shell::sample("pl-hair.json")}, "of 4 files\r"},
        {{"photo", "add", number, "--before", photograph("before-2.jpg"), photograph("before-1.jpg"), "--after",
          photograph("after-2.jpg")}, "2 of 3 photographs\r"},
        {{"issue", "intake", number, "--out", shell.folder()}, "1 of 2 copies\r"},
        {{"verify"}, " objects\r"}};
    shell.clock = &slow;
    for (const auto& [words, told] : verbs) {
        INFO(words.front());
        shell.watcher = Watcher::terminal;
        const std::string seen = shell.in_vault(words).err;
        CHECK_THAT(seen, Catch::Contains(told));
        CHECK(seen.rfind('\r') < seen.size());
        std::vector<std::string> as_data = words;
        as_data.push_back("--json");
        CHECK(shell.in_vault(as_data).err.find('\r') == std::string::npos);
        shell.watcher = Watcher::nobody;
        CHECK(shell.in_vault(words).err.find('\r') == std::string::npos);
    }
}

TEST_CASE("a fast command prints nothing on a terminal") {
    Shell shell;
    (void)opened_case(shell);
    for (const char* verb : {"verify", "reindex"}) CHECK(on_a_terminal(shell, {verb}).empty());
}
