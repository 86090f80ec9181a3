// What the worker has given up, tried in a process of its own.
#include "worker/confinement.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <new>
#include <vector>

using namespace ugoda;

namespace {

/// Exit code of a confined process that does `attempt`; 100 and more: the signal that ended it.
template <typename Attempt>
int confined(Attempt attempt) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(STDIN_FILENO);
        (void)::open("/dev/null", O_RDONLY);
        for (int other = STDERR_FILENO + 1; other < 64; ++other) ::close(other);
        confine_this_process();
        ::_exit(attempt());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? 100 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

#ifndef __SANITIZE_ADDRESS__

TEST_CASE("a confined process opens no file, no folder and no socket") {
    CHECK(confined([] { return ::open("/etc/passwd", O_RDONLY) < 0 ? 0 : 1; }) == 0);
    CHECK(confined([] { return ::open("/", O_RDONLY | O_DIRECTORY) < 0 ? 0 : 1; }) == 0);
    CHECK(confined([] { return ::socket(AF_INET, SOCK_STREAM, 0) < 0 ? 0 : 1; }) == 0);
}

TEST_CASE("a confined process gets no more memory than any photograph needs") {
    CHECK(confined([] {
              std::vector<void*> held;
              for (int i = 0; i < 30; ++i) held.push_back(std::malloc(100u << 20));
              return held.back() == nullptr ? 0 : 1;
          }) == 0);
    CHECK(confined([] { return std::malloc(1000u << 20) != nullptr ? 0 : 1; }) == 0);
}

#endif

TEST_CASE("a confined process cannot give itself more again") {
    CHECK(confined([] {
              confine_this_process();
              return 0;
          }) == 0);
}
