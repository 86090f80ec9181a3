// A vault, or a file, that may not be read or not be written.
#include <catch2/catch.hpp>

#include "hostile/apart.h"

using namespace ugoda;
using namespace ugoda::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* skipped =
    "left out: only root can become another user or mount a file system";

/// Every verb of the list, in turn.
std::vector<Outcome> all(Shell& shell, const std::vector<Words>& verbs) {
    std::vector<Outcome> outcomes;
    for (const Words& words : verbs) outcomes.push_back(shell.in_vault(words));
    return outcomes;
}

const std::vector<Words> reading = {
    {"verify"}, {"case", "list"}, {"case", "show", "2099-0001"}, {"trail", "2099-0001"}};

std::vector<Words> writing(const Shell& shell) {
    const std::string file = shell.json_file("more.json", Json{{"reply", {{"handler", "x"}}}});
    return {{"case", "close", "2099-0001", "--despite", "x", "--by", "y"},
            {"case", "add", "2099-0001", file},
            {"attach", "2099-0001", file, "--kind", "other", "--title", "t"},
            {"issue", "settlement", "2099-0001", "--out", shell.path("out")},
            {"settings", "accept"},
            {"reindex"}};
}

void check_all(const std::vector<Outcome>& outcomes, std::size_t count, int code,
               const std::string& says) {
    CHECK(outcomes.size() == count);
    for (const Outcome& outcome : outcomes) {
        INFO(outcome.out << outcome.err);
        CHECK(outcome.code == code);
        if (code == 0) continue;
        check_clear(outcome.err);
        CHECK_THAT(outcome.err, Catch::Contains(says));
    }
}

/// Everything below the shell's folder may be reached by others; what is in the vault may not.
void let_in(const Shell& shell) {
    fs::permissions(fs::path(shell.vault()).parent_path(), fs::perms(0777));
}

}  // namespace

TEST_CASE("another user's vault is called that, and not no vault") {
    Shell shell;
    let_in(shell);
    std::vector<Words> verbs = reading;
    verbs.insert(verbs.end(),
                 {{"case", "close", "2099-0001", "--despite", "x", "--by", "y"}, {"reindex"}, {"settings", "accept"}});
    const auto outcomes = apart(become_nobody, [&] { return all(shell, verbs); });
    if (!outcomes) {
        WARN(skipped);
        return;
    }
    check_all(*outcomes, verbs.size(), 3, "vault.toml: cannot be looked at (Permission denied)");
    shell.check_intact(3);
}

TEST_CASE("a vault in a state folder that is another user's is not written to") {
    Shell shell;
    let_in(shell);
    give_to_nobody(shell.vault());
    const auto outcomes = apart(become_nobody, [&] {
        return all(shell, {{"case", "close", "2099-0001", "--despite", "x", "--by", "y"}});
    });
    if (!outcomes) {
        WARN(skipped);
        return;
    }
    check_all(*outcomes, 1, 3, "Permission denied");
}

TEST_CASE("a vault whose files may only be read is read, found intact, and not written to") {
    Shell shell;
    let_in(shell);
    give_to_nobody(shell.path(""));
    const std::vector<Words> verbs = writing(shell);
    for (const auto& entry : fs::recursive_directory_iterator(shell.vault()))
        if (entry.is_regular_file()) fs::permissions(entry.path(), fs::perms(0400));
    for (const auto& entry : fs::recursive_directory_iterator(shell.vault()))
        if (entry.is_directory()) fs::permissions(entry.path(), fs::perms(0500));
    fs::permissions(shell.vault(), fs::perms(0500));
    give_to_nobody(shell.path(""));
    const auto read = apart(become_nobody, [&] { return all(shell, reading); });
    const auto written = apart(become_nobody, [&] { return all(shell, verbs); });
    if (!read || !written) {
        WARN(skipped);
        return;
    }
    check_all(*read, reading.size(), 0, "");
    const std::vector<Outcome> refused(written->begin(), written->end() - 2);
    check_all(refused, verbs.size() - 2, 3, "");
}

TEST_CASE("a vault on a disk that is read-only is read, found intact, and not written to") {
    Shell shell;
    const std::vector<Words> verbs = writing(shell);
    const auto prepare = [&] { return own_mounts() && mount_read_only(shell.vault()); };
    const auto read = apart(prepare, [&] { return all(shell, reading); });
    const auto written = apart(prepare, [&] {
        return all(shell, {verbs.begin(), verbs.begin() + 4});
    });
    if (!read || !written) {
        WARN(skipped);
        return;
    }
    check_all(*read, reading.size(), 0, "");
    check_all(*written, 4, 3, "");
    shell.check_intact(3);
}

TEST_CASE(
    "a file that may not be read, and a folder that may not be written to, are told by name") {
    Shell shell;
    let_in(shell);
    const std::string closed = shell.json_file("closed.json", Json{{"reply", {{"handler", "x"}}}}),
                      out = shell.path("out");
    give_to_nobody(shell.vault());
    give_to_nobody(fs::path(shell.state()).parent_path());
    fs::permissions(out, fs::perms(0555));
    const std::vector<Words> verbs = {
        {"case", "open", closed},
        {"case", "add", "2099-0001", closed},
        {"photo", "add", "2099-0001", "--after", closed},
        {"attach", "2099-0001", closed, "--kind", "other", "--title", "t"},
        {"issue", "settlement", "2099-0001", "--answers", closed},
        {"verify", "--witness", closed}};
    const auto read = apart(become_nobody, [&] { return all(shell, verbs); });
    const auto written = apart(become_nobody, [&] {
        return all(shell, {{"issue", "settlement", "2099-0001", "--out", out},
                           {"issue", "settlement", "2099-0001", "--draft", "--out", out}});
    });
    if (!read || !written) {
        WARN(skipped);
        return;
    }
    check_all(*read, verbs.size(), 2,
              "closed.json: cannot be opened (Permission denied); check its permissions");
    check_all(*written, 2, 3, "out: cannot be written to");
    shell.check_intact(3);
}
