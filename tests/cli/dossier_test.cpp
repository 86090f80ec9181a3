// `ugoda dossier` and `ugoda verify DOSSIER` as a shell calls them.
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/digest.h"
#include "cli/shell.h"

using namespace ugoda;

namespace fs = std::filesystem;

namespace {

Json json_of(const Outcome& outcome) { return parse_json(outcome.out, "out"); }

}  // namespace

TEST_CASE("a dossier is made and checked, also without any vault") {
    Shell shell;
    const std::string number = opened_case(shell), file = shell.folder() + "/d.zip";
    const Outcome made = shell.in_vault({"dossier", number, "--out", file, "--for", "court", "--json"});
    INFO(made.err << made.out);
    REQUIRE(made.code == 0);
    CHECK(json_of(made).at("file") == file);
    CHECK(json_of(made).at("sha256") == to_hex(sha256(read_file(file, 1u << 30, Fault::internal))));
    const Outcome checked = shell.run({"verify", file, "--json"});
    CHECK(checked.code == 0);
    CHECK(json_of(checked).at("intact") == true);
    CHECK(json_of(checked).at("case") == number);
    CHECK(json_of(checked).at("for") == "court");
    const Outcome plain = shell.run({"verify", file});
    CHECK(plain.code == 0);
    CHECK_THAT(plain.out, Catch::StartsWith("intact: case " + number) &&
                              Catch::Contains("compare it with the fingerprint on the client's paper") &&
                              Catch::Contains(json_of(checked).at("fingerprint").get<std::string>()));
    CHECK(shell.in_vault({"verify"}).code == 0);
}

TEST_CASE("a damaged dossier ends with 1, what is none with 2") {
    Shell shell;
    const std::string number = opened_case(shell), file = shell.folder() + "/d.zip";
    REQUIRE(shell.in_vault({"dossier", number, "--out", file}).code == 0);
    std::string bytes = read_file(file, 1u << 30, Fault::internal);
    const auto at = bytes.find("case.opened");
    REQUIRE(at != std::string::npos);
    bytes[at] = 'C';
    write_file_durably(shell.folder() + "/changed.zip", bytes, 0600);
    const Outcome changed = shell.run({"verify", shell.folder() + "/changed.zip"});
    CHECK(changed.code != 0);
    CHECK(changed.code <= 2);
    fs::create_directory(shell.folder() + "/empty");
    const Outcome empty = shell.run({"verify", shell.folder() + "/empty", "--json"});
    CHECK(empty.code == 1);
    CHECK(json_of(empty).at("intact") == false);
    write_file_durably(shell.folder() + "/text.zip", "no zip", 0600);
    CHECK(shell.run({"verify", shell.folder() + "/text.zip"}).code == 2);
    CHECK(shell.run({"verify", shell.folder() + "/nothing"}).code == 2);
    CHECK(shell.run({"verify", file, "--witness", shell.folder() + "/nothing"}).code == 2);
}

TEST_CASE("a dossier is not written over a file, for an unknown reader, or without a case") {
    Shell shell;
    const std::string number = opened_case(shell), file = shell.folder() + "/d.zip";
    write_file_durably(file, "something", 0600);
    CHECK(shell.in_vault({"dossier", number, "--out", file}).code == 2);
    CHECK(shell.in_vault({"dossier", number, "--out", shell.folder() + "/e.zip", "--for", "neighbour"}).code == 2);
    CHECK(shell.in_vault({"dossier", "2026-0099", "--out", shell.folder() + "/e.zip"}).code == 2);
    CHECK(shell.in_vault({"dossier", number}).code == 2);
    CHECK(shell.in_vault({"dossier", number, "--out", "/proc/e.zip"}).code == 3);
    CHECK(read_file(file, 100, Fault::internal) == "something");
    CHECK_FALSE(fs::exists(shell.folder() + "/e.zip"));
}
