// Killed at every single call that changes a file, by kill -9 and by a power cut: what was
// acknowledged is there, what was not is there whole or not at all, and work goes on.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>

#include "base/error.h"
#include "small_vault.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

struct Outcome {
    bool was_killed = false;
    int code = 0;
    std::size_t acknowledged = 0;
};

/// One run of the worker under `root`; `at` 0: undisturbed.
Outcome run(const fs::path& root, const std::string& verb, int at,
            const std::string& how = "kill") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        if (at > 0) {
            ::setenv("LD_PRELOAD", UGODA_KILL_AT_LIBRARY, 1);
            ::setenv("UGODA_KILL_UNDER", (root / "watched").c_str(), 1);
            ::setenv("UGODA_KILL_ATTIC", (root / "attic").c_str(), 1);
            ::setenv("UGODA_KILL_AT", std::to_string(at).c_str(), 1);
            ::setenv("UGODA_KILL_HOW", how.c_str(), 1);
        }
        ::execl(UGODA_CRASH_WORKER, UGODA_CRASH_WORKER, verb.c_str(),
                (root / "watched/vault").c_str(), (root / "watched/state").c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    Outcome outcome;
    for (char dot; ::read(ends[0], &dot, 1) == 1;) ++outcome.acknowledged;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    outcome.was_killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

struct Place {
    TemporaryFolder temporary;
    fs::path root = fs::canonical(temporary.path());
    Surroundings surroundings{root / "watched/state", nullptr, nullptr};

    void clear() const {
        for (const char* name : {"watched", "attic"}) {
            fs::remove_all(root / name);
            fs::create_directory(root / name);
        }
    }
    [[nodiscard]] fs::path vault() const { return root / "watched/vault"; }
    [[nodiscard]] std::string findings() const {
        const Findings found = verify_vault(vault(), surroundings);
        return is_intact(found) ? "" : told(found);
    }
    [[nodiscard]] std::uint64_t size() const {
        return Vault(vault(), Access::read, surroundings).size();
    }
};

void cut_appending_everywhere(const std::string& how) {
    Place place;
    place.clear();
    REQUIRE(run(place.root, "create", 0).code == 0);
    fs::rename(place.root / "watched", place.root / "prepared");
    fs::create_directory(place.root / "watched");
    int at = 1;
    for (;; ++at) {
        INFO(how << " at call " << at);
        place.clear();
        fs::copy(place.root / "prepared", place.root / "watched",
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing);
        const Outcome outcome = run(place.root, "append", at, how);
        if (!outcome.was_killed) {
            CHECK(outcome.code == 0);
            break;
        }
        CHECK(place.findings() == "");
        const std::uint64_t size = place.size();
        CHECK(size >= 1 + 2 * outcome.acknowledged);
        CHECK(size % 2 == 1);  // both events of a transaction or neither
        CHECK(run(place.root, "append", 0).code == 0);
        CHECK(place.findings() == "");
        CHECK(place.size() == size + 4);
    }
    CHECK(at > 60);
}

void cut_creating_everywhere(const std::string& how) {
    Place place;
    int at = 1;
    for (;; ++at) {
        INFO(how << " at call " << at);
        place.clear();
        const Outcome outcome = run(place.root, "create", at, how);
        if (!outcome.was_killed) break;
        std::uint64_t size = 0;
        try {
            size = place.size();
        } catch (const Error& e) {
            CHECK(e.fault() == Fault::storage);  // there is nothing that could be taken for a vault
        }
        CHECK(size == (fs::exists(place.vault() / "vault.toml") ? 1 : 0));
        if (size > 0) CHECK(place.findings() == "");
        if (outcome.acknowledged > 0) CHECK(size == 1);
    }
    CHECK(at > 40);
}

}  // namespace

TEST_CASE("an append killed anywhere loses nothing acknowledged and leaves nothing half") {
    cut_appending_everywhere("kill");
}
TEST_CASE("an append cut off by a power failure anywhere loses nothing acknowledged") {
    cut_appending_everywhere("power");
}
TEST_CASE(
    "an append after which names reached the disk before their bytes loses nothing acknowledged") {
    cut_appending_everywhere("names");
}
TEST_CASE("a vault whose making was killed anywhere is whole or no vault at all") {
    cut_creating_everywhere("kill");
}
TEST_CASE(
    "a vault whose making was cut off by a power failure anywhere is whole or no vault at all") {
    cut_creating_everywhere("power");
}
