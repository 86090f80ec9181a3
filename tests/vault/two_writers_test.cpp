// Two programs on one vault: the log stays whole and the numbers without gaps.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "small_vault.h"

using namespace ugoda;

namespace {

/// Runs `work` in another process; its exit code is 0 unless it threw.
template <typename Work>
pid_t in_another_process(Work work) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child != 0) return child;
    int code = 0;
    try {
        work();
    } catch (...) {
        code = 1;
    }
    ::_exit(code);
}

int exit_code(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("two programs that append at once leave a whole log and gapless numbers") {
    constexpr int each = 15;
    SmallVault small;
    const auto work = [&] {
        Vault vault(small.folder(), Access::write, {small.state(), &small.clock, nullptr});
        for (int i = 0; i < each; ++i) {
            (void)vault.put("same bytes " + std::to_string(i), "original");
            open_case(vault);
        }
    };
    const pid_t first = in_another_process(work), second = in_another_process(work);
    CHECK(exit_code(first) == 0);
    CHECK(exit_code(second) == 0);
    const Vault vault = small.open(Access::read);
    CHECK(vault.size() == 1 + 2 * each);
    CHECK(vault.cases().back().number == "2026-0030");
    CHECK(is_intact(small.verify()));
}

TEST_CASE("a program may read and verify while another appends") {
    SmallVault small;
    const pid_t writer = in_another_process([&] {
        Vault vault(small.folder(), Access::write, {small.state(), &small.clock, nullptr});
        for (int i = 0; i < 20; ++i) open_case(vault);
    });
    Findings findings;
    for (int i = 0; i < 20; ++i) append(findings, small.verify());
    CHECK(exit_code(writer) == 0);
    CHECK(is_intact(findings));
}
