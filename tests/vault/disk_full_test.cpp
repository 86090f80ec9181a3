// A disk that takes no more: a limit on file size stands in for it, in a process of its own.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "base/error.h"
#include "small_vault.h"

using namespace ugoda;

namespace {

/// Opens cases until the disk is full. 0: the refusal was an Error(Fault::storage).
int fill(const SmallVault& small, rlim_t largest_file) {
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{largest_file, largest_file};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            Vault vault(small.folder(), Access::write, {small.state(), &small.clock, nullptr});
            for (int i = 0; i < 200; ++i) open_case(vault);
        } catch (const Error& e) {
            ::_exit(e.fault() == Fault::storage ? 0 : 1);
        } catch (...) {
            ::_exit(2);
        }
        ::_exit(3);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE(
    "when the index cannot grow, the change is refused, and the vault is as it was and goes on") {
    SmallVault small;
    CHECK(fill(small, 150'000) == 0);
    CHECK(is_intact(small.verify()));
    Vault vault = small.open();
    const auto before = vault.cases().size();
    open_case(vault);
    CHECK(vault.cases().size() == before + 1);
    CHECK(told(small.verify()) == "");
}

TEST_CASE("when not even a mark can be written, nothing is logged") {
    SmallVault small;
    CHECK(fill(small, 20) == 0);
    CHECK(small.open(Access::read).size() == 1);
    CHECK(told(small.verify()) == "");
}

TEST_CASE("when an object does not fit, no part of it stays") {
    SmallVault small;
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{100'000, 100'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            Vault vault(small.folder(), Access::write, {small.state(), &small.clock, nullptr});
            (void)vault.put(std::string(200'000, 'x'), "original");
        } catch (const Error& e) {
            ::_exit(e.fault() == Fault::storage ? 0 : 1);
        }
        ::_exit(3);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(told(small.verify()) == "");
}
