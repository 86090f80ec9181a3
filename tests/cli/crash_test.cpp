// `issue` and `photo add` killed at every single call that changes a file: the vault stays
// intact, and the same command again finishes the work as if nothing had happened.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <sstream>

#include "base/files.h"
#include "base/json.h"
#include "cli/program.h"
#include "support/temporary_folder.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

/// Starts the real program; `at` 0: undisturbed, else killed at that call under `watched`.
pid_t start(const fs::path& root, Words words, int at) {
    words.insert(words.begin(), UGODA_PROGRAM);
    const pid_t child = ::fork();
    if (child != 0) return child;
    ::setenv("XDG_STATE_HOME", (root / "watched/state").c_str(), 1);
    ::setenv("UGODA_VAULT", (root / "watched/vault").c_str(), 1);
    if (at > 0) {
        ::setenv("LD_PRELOAD", UGODA_KILL_AT_LIBRARY, 1);
        ::setenv("UGODA_KILL_UNDER", (root / "watched").c_str(), 1);
        ::setenv("UGODA_KILL_ATTIC", (root / "attic").c_str(), 1);
        ::setenv("UGODA_KILL_AT", std::to_string(at).c_str(), 1);
        ::setenv("UGODA_KILL_HOW", "kill", 1);
    }
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    if (std::freopen("/dev/null", "w", stdout) == nullptr) ::_exit(126);
    ::execv(UGODA_PROGRAM, arguments.data());
    ::_exit(127);
}

/// The exit code, or -1 when it was killed.
int wait_for(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// A vault with one case, prepared once and copied for every trial.
class Trial {
  public:
    Trial() {
        fs::create_directory(root_ / "watched");
        fs::create_directory(root_ / "attic");
        REQUIRE(wait_for(start(root_, {"init", root_ / "watched/vault", "--salon", sample("salon-pl.toml")}, 0)) == 0);
        REQUIRE(wait_for(start(root_, {"case", "open", sample("pl-nails.json")}, 0)) <= 1);
        number_ = json({"case", "list"}).at("cases").at(0).at("case");
        fs::rename(root_ / "watched", root_ / "prepared");
    }

    void reset() const {
        fs::remove_all(root_ / "watched");
        fs::copy(root_ / "prepared", root_ / "watched", fs::copy_options::recursive);
        fs::create_directories(root_ / "watched/out");
    }
    [[nodiscard]] Json json(Words words) const {
        std::ostringstream out, err;
        words.insert(words.begin(), {"--json", "--vault", root_ / "watched/vault"});
        const int code = run_program(words, out, err, {root_ / "watched/state/ugoda"});
        if (code > 1) throw std::runtime_error(err.str());
        return parse_json(out.str(), "out");
    }
    [[nodiscard]] const fs::path& root() const { return root_; }
    [[nodiscard]] const std::string& number() const { return number_; }
    [[nodiscard]] fs::path out() const { return root_ / "watched/out"; }
    static std::string sample(const std::string& name) { return std::string(UGODA_SOURCE_DIR) + "/samples/" + name; }

  private:
    TemporaryFolder folder_;
    fs::path root_ = fs::canonical(folder_.path());
    std::string number_;
};

/// Kills `words` at every call, in turn; after each kill `check` runs the same command again.
template <typename Check>
int kill_everywhere(const Trial& trial, const Words& words, Check check) {
    for (int at = 1;; ++at) {
        INFO("killed at call " << at);
        trial.reset();
        if (wait_for(start(trial.root(), words, at)) != -1) return at - 1;
        CHECK(trial.json({"verify"}).at("intact") == true);
        check();
        CHECK(trial.json({"verify"}).at("intact") == true);
    }
}

}  // namespace

TEST_CASE("issuing killed anywhere is finished by issuing again, as one record of one version") {
    const Trial trial;
    const Words issue = {"issue", "settlement", trial.number(), "--out", trial.out()};
    const int calls = kill_everywhere(trial, issue, [&] {
        const Json again = trial.json(issue);
        CHECK(again.at("version") == 1);
        CHECK(again.at("files").size() == 2);
        CHECK(trial.json({"case", "show", trial.number()}).at("records").size() == 1);
    });
    CHECK(calls > 60);
}

TEST_CASE("adding photographs killed anywhere adds both or none") {
    const Trial trial;
    trial.reset();
    const std::size_t had = trial.json({"case", "show", trial.number()}).at("photos").size();
    const Words add = {"photo", "add", trial.number(), "--before", Trial::sample("photographs/before-2.jpg"),
                       "--after", Trial::sample("photographs/after-2.jpg")};
    const int calls = kill_everywhere(trial, add, [&] {
        const std::size_t has = trial.json({"case", "show", trial.number()}).at("photos").size();
        CHECK((has == had || has == had + 2));
        CHECK(trial.json(add).at("added").size() == 2);
    });
    CHECK(calls > 40);
}

TEST_CASE("a backup killed anywhere is there whole or not at all, and the next one is made") {
    const Trial trial;
    const int calls = kill_everywhere(trial, {"backup", trial.out()}, [&] {
        for (const auto& entry : fs::directory_iterator(trial.out())) {
            if (entry.path().filename().string().starts_with('.')) continue;
            std::ostringstream out, err;
            const int code = run_program({"verify", "--vault", entry.path()}, out, err, {trial.root() / "watched/state/ugoda"});
            INFO(out.str() << err.str());
            CHECK(code == 0);
        }
        fs::create_directory(trial.out() / "next");
        CHECK(trial.json({"backup", trial.out() / "next"}).at("verified") == true);
    });
    CHECK(calls > 60);
}

TEST_CASE("two processes that issue at once make one record") {
    const Trial trial;
    for (int round = 0; round < 5; ++round) {
        trial.reset();
        fs::create_directory(trial.out() / "other");
        const pid_t one = start(trial.root(), {"issue", "settlement", trial.number(), "--out", trial.out()}, 0);
        const pid_t two = start(trial.root(), {"issue", "settlement", trial.number(), "--out", trial.out() / "other"}, 0);
        CHECK(wait_for(one) <= 1);
        CHECK(wait_for(two) <= 1);
        CHECK(trial.json({"verify"}).at("intact") == true);
        const Json records = trial.json({"case", "show", trial.number()}).at("records");
        REQUIRE(records.size() == 1);
        const std::string name = records[0].at("record").get<std::string>() + "_2of2.pdf";
        CHECK(read_file(trial.out() / name, 1 << 26, Fault::internal) ==
              read_file(trial.out() / "other" / name, 1 << 26, Fault::internal));
    }
}

TEST_CASE("erasing killed anywhere leaves the case whole or goes on by itself, and in the end nothing of the client is left") {
    const Trial trial;
    trial.reset();
    const std::string name = trial.json({"case", "list"}).at("cases").at(0).at("client");
    REQUIRE(wait_for(start(trial.root(), {"case", "close", trial.number(), "--despite", "test", "--by", "Nobody"}, 0)) <= 1);
    fs::remove_all(trial.root() / "prepared");
    fs::rename(trial.root() / "watched", trial.root() / "prepared");
    const auto is_found = [&] {
        for (const auto& entry : fs::recursive_directory_iterator(trial.root() / "watched"))
            if (entry.is_regular_file() && read_file(entry.path(), 1u << 30, Fault::internal).find(name) != std::string::npos) return true;
        return false;
    };
    const Words erase = {"erase", trial.number(), "--why", "request", "--by", "Nobody", "--even-retained"};
    const int calls = kill_everywhere(trial, erase, [&] {
        const bool is_whole = trial.json({"case", "list"}).at("cases").at(0).at("client") == name;
        if (is_whole) {
            CHECK(trial.json({"case", "show", trial.number()}).at("sections").size() > 1);
            CHECK(trial.json(erase).at("gone").size() > 1);
        } else {
            CHECK(trial.json({"case", "open", Trial::sample("pl-hair.json")}).at("case") != trial.number());
        }
        CHECK_FALSE(is_found());
        CHECK_FALSE(is_there(trial.root() / "watched/vault/erasing"));
    });
    CHECK(calls > 20);
}
