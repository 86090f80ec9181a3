// The program without the forms, templates and fonts that came with it.
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/files.h"
#include "hostile/shell.h"

using namespace ugoda;
using namespace ugoda::test;
namespace fs = std::filesystem;

#ifdef UGODA_PROGRAM

namespace {

/// A copy of the program with nothing beside it, in the shell's vault.
Outcome run_alone(const Shell& shell, const std::string& words) {
    const std::string told = shell.path("told");
    fs::copy_file(UGODA_PROGRAM, shell.path("ugoda"), fs::copy_options::skip_existing);
    const std::string command =
        "XDG_STATE_HOME='" + fs::path(shell.state()).parent_path().string() + "' UGODA_VAULT='" +
        shell.vault() + "' '" + shell.path("ugoda") + "' " + words + " >/dev/null 2>'" + told + "'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, "",
            read_file(told, 1u << 20, Fault::internal)};
}

}  // namespace

TEST_CASE("a program that lost its forms and templates still shows cases and checks the vault") {
    const Shell shell;
    for (const char* words : {"verify", "case list", "case show 2099-0001", "trail 2099-0001"}) {
        const Outcome outcome = run_alone(shell, words);
        INFO(words << ": " << outcome.err);
        CHECK(outcome.code == 0);
    }
}

TEST_CASE("a program that lost its forms and templates issues nothing and says what to do") {
    Shell shell;
    const Outcome outcome =
        run_alone(shell, "issue settlement 2099-0001 --out '" + shell.path("out") + "'");
    CHECK(outcome.code == 3);
    check_clear(outcome.err);
    CHECK_THAT(outcome.err, Catch::Contains("install ugoda again"));
    shell.check_intact(3);
}

#endif
