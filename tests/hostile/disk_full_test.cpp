// A disk without room: at every call that needs some, and a real small one.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/files.h"
#include "cli/program.h"
#include "hostile/apart.h"
#include "picture/made_pictures.h"

using namespace ugoda;
using namespace ugoda::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* skipped = "left out: only root can mount a small disk";

#ifdef UGODA_PROGRAM

/// The real program in the shell's vault, on a disk that is full from the n-th change on.
/// `out` says "full" when it came to that.
Outcome run_until_full(const Shell& shell, Words words, int at) {
    const TemporaryFolder attic;  // not on that disk
    words.insert(words.begin(), UGODA_PROGRAM);
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv("XDG_STATE_HOME", fs::path(shell.state()).parent_path().c_str(), 1);
        ::setenv("UGODA_VAULT", shell.vault().c_str(), 1);
        ::setenv("LD_PRELOAD", UGODA_KILL_AT_LIBRARY, 1);
        ::setenv("UGODA_KILL_UNDER", fs::canonical(shell.path(".")).c_str(), 1);
        ::setenv("UGODA_KILL_ATTIC", attic.path().c_str(), 1);
        ::setenv("UGODA_KILL_AT", std::to_string(at).c_str(), 1);
        ::setenv("UGODA_KILL_HOW", "full", 1);
        if (std::freopen("/dev/null", "w", stdout) == nullptr ||
            std::freopen((attic / "told").c_str(), "w", stderr) == nullptr)
            ::_exit(126);
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ::execv(UGODA_PROGRAM, arguments.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, fs::exists(attic / "full") ? "full" : "",
            read_file(attic / "told", 1u << 20, Fault::internal)};
}

/// Fills the disk at each call in turn: each time one clear line, and the log as it was or, told
/// so, grown; with room again, the same command is done. Returns at how many places it was full.
/// (tests/cli/crash_test.cpp kills at each of them, so a stride is enough where they are many.)
int fill_everywhere(const std::function<Words(Shell&)>& words_in, int stride = 1) {
    for (int at = 1;; at += stride) {
        INFO("full at call " << at);
        Shell shell;
        const Words words = words_in(shell);
        const Outcome outcome = run_until_full(shell, words, at);
        INFO(outcome.err);
        if (outcome.out != "full") {
            CHECK(outcome.code <= 1);
            return at - 1;
        }
        const std::uint64_t events = shell.check_intact();
        if (outcome.code <= 1) continue;  // what did not fit was of no account
        CHECK(outcome.code == 3);
        check_clear(outcome.err);
        if (events > 4)
            CHECK_THAT(outcome.err, Catch::Contains("is logged and safe") ||
                                        Catch::Contains("may be logged") ||
                                        Catch::Contains("the record is kept"));
        CHECK(shell.in_vault(words).code <= 1);
    }
}

#endif

}  // namespace

#ifdef UGODA_PROGRAM

TEST_CASE("a disk that fills while a case is opened leaves no case or all of it") {
    const auto words_in = [](Shell& shell) -> Words {
        Json file = sample_case("en-refund.json");
        file.erase("salon");
        file["evidence"] = {{{"file", "receipt.txt"},
                             {"attachment_title", "Receipt"},
                             {"attachment_kind", "receipt"}}};
        (void)shell.file("receipt.txt", "Receipt 80.00");
        return {"case", "open", shell.json_file("case.json", file)};
    };
    const int places = fill_everywhere(words_in, 2);
    CHECK(places > 25);
}

TEST_CASE("a disk that fills while photographs are added leaves none or both") {
    const int places = fill_everywhere(
        [](Shell& shell) -> Words {
            return {"photo",
                    "add",
                    "2099-0001",
                    "--before",
                    shell.file("b.jpg", four_corners_jpeg(320, 200)),
                    "--after",
                    shell.file("a.jpg", four_corners_jpeg(300, 200))};
        },
        3);
    CHECK(places > 30);
}

TEST_CASE(
    "a disk that fills while a settlement is issued loses nothing that issuing again does not "
    "bring") {
    const int places = fill_everywhere(
        [](Shell& shell) -> Words {
            return {"issue", "settlement", "2099-0001", "--out", shell.path("out")};
        },
        8);
    CHECK(places > 60);
}

TEST_CASE("a disk that fills while a vault is made leaves no vault") {
    for (int at = 1;; at += at < 8 ? 1 : 4) {
        INFO("full at call " << at);
        const Shell shell;
        fs::remove_all(shell.vault());
        const Outcome outcome =
            run_until_full(shell, {"init", shell.vault(), "--salon", sample("salon-pl.toml")}, at);
        if (outcome.out != "full") break;
        CHECK(outcome.code == 3);
        check_clear(outcome.err);
        CHECK_FALSE(fs::exists(shell.vault()));
    }
}

#endif

TEST_CASE(
    "on a disk with little room, what fits is done and what does not is refused in one line") {
    Shell shell;
    const std::string disk = shell.path("disk"),
                      big = shell.file("big.bin", std::string(3u << 20, 'b'));
    const std::string settings = sample("salon-pl.toml"),
                      file = shell.json_file("case.json", sample_case("pl-hair.json"));
    fs::create_directory(disk);
    const auto outcomes = apart(
        [&] { return own_mounts() && mount_small_disk(disk, 2048); },
        [&] {
            const std::string vault = disk + "/vault";
            std::vector<Outcome> all;
            for (const Words& words : std::vector<Words>{{"init", vault, "--salon", settings},
                                                         {"--vault", vault, "case", "open", file},
                                                         {"--vault", vault, "attach", "2099-0001",
                                                          big, "--kind", "other", "--title", "t"},
                                                         {"--vault", vault, "verify"},
                                                         {"--vault", vault, "case", "open", file},
                                                         {"--vault", vault, "verify"}})
                all.push_back(shell.run(words));
            return all;
        });
    if (!outcomes) {
        WARN(skipped);
        return;
    }
    REQUIRE(outcomes->size() == 6);
    for (const std::size_t done : {0u, 1u, 3u, 4u, 5u}) CHECK(outcomes->at(done).code == 0);
    CHECK(outcomes->at(2).code == 3);
    CHECK_THAT(outcomes->at(2).err, Catch::Contains("free some space on the disk"));
    check_clear(outcomes->at(2).err);
}

TEST_CASE("what cannot be printed is not called done") {
    Shell shell;
    std::ofstream full("/dev/full");
    std::ostringstream err;
    const int code = run_program({"--vault", shell.vault(), "case", "show", "2099-0001"}, full, err,
                                 {shell.state(), &shell.clock, nullptr});
    CHECK(code == 3);
    CHECK_THAT(err.str(), Catch::Contains("standard output: could not be written"));
    check_clear(err.str());
}
