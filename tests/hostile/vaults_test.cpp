// Vaults that are not whole, or not wholly this salon's: told by what they lack, never called
// intact, and not changed by being looked at.
#include <catch2/catch.hpp>
#include <functional>

#include "base/digest.h"
#include "base/files.h"
#include "hostile/shell.h"

using namespace ugoda;
using namespace ugoda::test;
namespace fs = std::filesystem;

namespace {

/// Exit codes of a verb that reads and one that writes (0: it is done all the same), and what
/// the writing one says.
struct Harm {
    std::string name;
    std::function<void(Shell&)> harm;
    int reading, writing;
    std::string says;
};

fs::path in(const Shell& shell, const char* name) { return fs::path(shell.vault()) / name; }

void overwrite(const fs::path& file, const std::string& bytes) {
    write_file_durably(file, bytes, 0600);
}

void replace(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = read_file(file, 1u << 20, Fault::internal);
    REQUIRE(text.find(from) != std::string::npos);
    overwrite(file, text.replace(text.find(from), from.size(), to));
}

/// Another salon's vault, with as many events.
const Shell& foreign() {
    static Shell other;
    static const bool made = [] {
        fs::remove_all(other.vault());
        fs::remove_all(other.state());
        return other.run({"init", other.vault(), "--salon", sample("salon-en.toml")}).code == 0 &&
               other.in_vault(
                        {"case", "open", other.json_file("en.json", sample_case("en-refund.json"))})
                       .code <= 1;
    }();
    REQUIRE(made);
    return other;
}

std::function<void(Shell&)> without(const char* name) {
    return [=](Shell& shell) { fs::remove_all(in(shell, name)); };
}
std::function<void(Shell&)> with(const char* name, const std::string& bytes) {
    return [=](Shell& shell) { overwrite(in(shell, name), bytes); };
}
std::function<void(Shell&)> as_folder(const char* name) {
    return [=](Shell& shell) {
        fs::remove_all(in(shell, name));
        fs::create_directory(in(shell, name));
    };
}
std::function<void(Shell&)> from_foreign(const char* name) {
    return [=](Shell& shell) {
        fs::copy(in(foreign(), name), in(shell, name), fs::copy_options::overwrite_existing);
    };
}

fs::path second_mark(const Shell& shell) {
    for (const auto& entry : fs::recursive_directory_iterator(shell.state()))
        if (entry.path().filename() == "high-water") return entry.path();
    return {};
}

const std::vector<Harm>& harms() {
    static const std::vector<Harm> all = {
        {"no vault.toml", without("vault.toml"), 3, 3, "is half a vault"},
        {"no index", without("index.db"), 3, 3, "index.db: is missing; put the file back"},
        {"no keys", without("keys"), 0, 3,
         "log.key: cannot be opened (No such file or directory); put the file back"},
        {"no log.key", without("keys/log.key"), 0, 3,
         "log.key: cannot be opened (No such file or directory); put the file back"},
        {"no high-water", without("high-water"), 0, 4, "high-water: is missing; put it back"},
        {"no objects", without("objects"), 0, 3, "objects"},
        {"empty vault.toml", with("vault.toml", ""), 3, 3, "does not say which format"},
        {"empty index", with("index.db", ""), 3, 3, "index.db: is not the index of a vault"},
        {"empty log.key", with("keys/log.key", ""), 0, 3, "is not the log's signing key"},
        {"empty high-water", with("high-water", ""), 0, 4, "high-water: is damaged"},
        {"garbage for vault.toml", with("vault.toml", "\x80\xff{["), 3, 3, "vault.toml: "},
        {"garbage for the index", with("index.db", std::string(8192, 'g')), 4, 4,
         "index.db: is damaged"},
        {"an index cut short", [](Shell& shell) { fs::resize_file(in(shell, "index.db"), 5000); },
         4, 4, "index.db: is damaged"},
        {"garbage for log.key", with("keys/log.key", "-----BEGIN"), 0, 3,
         "is not the log's signing key"},
        {"a folder for vault.toml", as_folder("vault.toml"), 3, 3, "vault.toml: is a folder"},
        {"a folder for the index", as_folder("index.db"), 3, 3, "index.db: "},
        {"a folder for log.key", as_folder("keys/log.key"), 0, 3, "log.key: "},
        {"a folder for high-water", as_folder("high-water"), 0, 3, "high-water: is a folder"},
        {"a newer vault.toml",
         [](Shell& shell) { replace(in(shell, "vault.toml"), "format = 1", "format = 2"); }, 3, 3,
         "was made by a newer program (format 2); update ugoda"},
        {"a vault.toml of no format",
         [](Shell& shell) { replace(in(shell, "vault.toml"), "format = 1", "format = \"1\""); }, 3,
         3, "does not say which format"},
        {"another id",
         [](Shell& shell) { replace(in(shell, "vault.toml"), "id = \"", "id = \"0"); }, 4, 4,
         "put those lines back"},
        {"a foreign vault.toml", from_foreign("vault.toml"), 4, 4, "ugoda"},
        {"a foreign index", from_foreign("index.db"), 4, 4, "is not this vault's key"},
        {"a foreign high-water", from_foreign("high-water"), 0, 4,
         "high-water: belongs to another vault"},
        {"a foreign log.key", from_foreign("keys/log.key"), 0, 4,
         "log.key: is not this vault's key"},
        {"a foreign second mark",
         [](Shell& shell) {
             fs::copy(second_mark(foreign()), second_mark(shell),
                      fs::copy_options::overwrite_existing);
         },
         0, 4, "belongs to another vault"},
        {"garbage for the second mark", [](Shell& shell) { overwrite(second_mark(shell), "{"); }, 0,
         4, "is damaged"},
        {"a key that all may read",
         [](Shell& shell) { fs::permissions(in(shell, "keys/log.key"), fs::perms(0644)); }, 0, 3,
         "chmod go="}};
    return all;
}

const Words writing_verb = {"case", "close", "2099-0001", "--despite", "x", "--by", "y"};

}  // namespace

TEST_CASE("whatever part of a vault is missing or another's, writing stops with what it is") {
    for (const Harm& harm : harms()) {
        INFO(harm.name);
        Shell shell;
        harm.harm(shell);
        shell.refuses(writing_verb, harm.writing, harm.says);
    }
}

TEST_CASE(
    "whatever part of a vault is missing or another's, nothing is shown that it does not vouch "
    "for") {
    for (const Harm& harm : harms()) {
        INFO(harm.name);
        Shell shell;
        harm.harm(shell);
        for (const Words& verb : std::vector<Words>{
                 {"case", "list"}, {"case", "show", "2099-0001"}, {"trail", "2099-0001"}}) {
            if (harm.reading > 0)
                shell.refuses(verb, harm.reading, "");
            else
                CHECK(shell.in_vault(verb).code == 0);
        }
    }
}

TEST_CASE(
    "whatever part of a vault is missing or another's, it is not called intact and not changed") {
    for (const Harm& harm : harms()) {
        INFO(harm.name);
        Shell shell;
        harm.harm(shell);
        const Snapshot before = snapshot_of(shell.vault());
        const Outcome outcome = shell.in_vault({"verify"});
        CHECK(outcome.code == 1);
        CHECK_THAT(outcome.out, Catch::StartsWith("NOT intact"));
        check_clear(outcome.err);
        CHECK_THAT(outcome.err, !Catch::Contains("check the name"));
        CHECK(snapshot_of(shell.vault()) == before);
    }
}

TEST_CASE("objects that were changed, lost or exchanged for another vault's are found one by one") {
    Shell shell;
    const Outcome attached =
        shell.in_vault({"attach", "2099-0001", shell.file("r.txt", "Paragon 480,00"), "--kind",
                        "receipt", "--title", "Paragon"});
    REQUIRE(attached.code == 0);
    const std::string name = to_hex(sha256("Paragon 480,00"));
    const fs::path object = in(shell, "objects") / name.substr(0, 2) / name;
    for (const std::string& bytes :
         {std::string("Paragon 580,00"), std::string(), std::string("another vault's")}) {
        overwrite(object, bytes);
        const Outcome outcome = shell.in_vault({"verify"});
        CHECK(outcome.code == 1);
        CHECK_THAT(outcome.err, Catch::Contains("object " + name));
    }
    fs::remove(object);
    CHECK(shell.in_vault({"verify"}).code == 1);
    fs::create_directory(object);
    CHECK(shell.in_vault({"verify"}).code == 1);
}

TEST_CASE("a foreign object put in is told and does not make the vault less intact") {
    Shell shell;
    const std::string bytes = "another vault's", name = to_hex(sha256(bytes));
    fs::create_directories(in(shell, "objects") / name.substr(0, 2));
    overwrite(in(shell, "objects") / name.substr(0, 2) / name, bytes);
    const Outcome outcome = shell.in_vault({"verify"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, Catch::Contains("ugoda: note: "));
}

TEST_CASE("an old backup put back is refused, and nothing is written to it") {
    Shell shell;
    const std::string backup = shell.path("backup");
    fs::copy(shell.vault(), backup, fs::copy_options::recursive);
    REQUIRE(shell
                .in_vault({"case", "add", "2099-0001",
                           shell.json_file("m.json", Json{{"reply", {{"handler", "x"}}}})})
                .code == 0);
    fs::remove_all(shell.vault());
    fs::copy(backup, shell.vault(), fs::copy_options::recursive);
    shell.refuses(writing_verb, 4, "this looks like an old backup");
}

TEST_CASE("a time zone that there is not is not accepted") {
    Shell shell;
    replace(in(shell, "vault.toml"), "time_zone = \"Europe/Warsaw\"", "time_zone = \"Mars/Base\"");
    shell.refuses({"settings", "accept"}, 2, "time_zone");
}
