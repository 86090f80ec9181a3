#include <catch2/catch.hpp>

#include "cli/shell.h"

using namespace ugoda;
using Catch::Contains;

TEST_CASE("the seal is shown, renewed, and shown with the one before it") {
    Shell shell;
    (void)shell.init();
    const Outcome first = shell.in_vault({"seal", "show"});
    CHECK(first.code == 0);
    CHECK_THAT(first.out, Contains("Siódma Chmura") && Contains("self-made, no authority stands behind it") && Contains("fingerprint (SHA-256): "));
    CHECK(shell.in_vault({"seal", "new"}).code == 0);
    const Json shown = parse_json(shell.in_vault({"seal", "show", "--json"}).out, "out");
    CHECK(shown.at("earlier").size() == 1);
    CHECK(shown.at("seal").at("fingerprint") != shown.at("earlier").at(0).at("fingerprint"));
    CHECK(shown.at("seal").at("self_made") == true);
}

TEST_CASE("a seal that cannot be used is refused in one line, with exit code 2") {
    Shell shell;
    (void)shell.init();
    const std::string at = "cd '" + shell.folder() + "' && ";
    REQUIRE(std::system((at + "openssl req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -days 5 -keyout k.pem -out c.pem -subj /CN=x "
                              "2>/dev/null && openssl pkcs12 -export -inkey k.pem -in c.pem -out own.p12 -passout pass:tajne").c_str()) == 0);
    write_file_durably(shell.folder() + "/wrong", "jawne\n", 0600);
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{"own.p12"}, {"own.p12", "--passphrase-file", shell.folder() + "/wrong"}, {"c.pem"}, {"nothing.p12"},
          {"own.p12", "--passphrase-file", shell.folder() + "/nothing"}}) {
        std::vector<std::string> line = more;
        line[0] = shell.folder() + "/" + line[0];
        line.insert(line.begin(), {"seal", "import"});
        const Outcome refused = shell.in_vault(line);
        INFO(refused.err);
        CHECK(refused.code == 2);
        CHECK(std::count(refused.err.begin(), refused.err.end(), '\n') == 1);
    }
    CHECK(parse_json(shell.in_vault({"seal", "show", "--json"}).out, "out").at("earlier").empty());
}

TEST_CASE("a sealed file is verified with and without a vault, and a changed one is told with exit code 1") {
    Shell shell;
    const std::string number = opened_case(shell);
    (void)shell.in_vault({"issue", "settlement", number, "--out", shell.folder()});
    std::string file;
    for (const auto& entry : std::filesystem::directory_iterator(shell.folder()))
        if (entry.path().string().ends_with("_2of2.pdf")) file = entry.path();
    const Outcome known = shell.in_vault({"verify", file});
    CHECK(known.code == 0);
    CHECK_THAT(known.out, Contains("the vault knows this file: SET-") && Contains("copy 2") && Contains("intact: "));
    CHECK_THAT(known.out, Contains("self-made, no authority stands behind it"));
    const Json report = parse_json(shell.in_vault({"verify", file, "--json"}).out, "out");
    CHECK(report.at("intact") == true);
    CHECK(report.at("copy").at("exact") == true);
    CHECK(report.at("seals").at(0).at("good") == true);

    std::string bytes = read_file(file, 100u << 20, Fault::internal);
    bytes[1000] = static_cast<char>(bytes[1000] ^ 1);
    write_file_durably(file, bytes, 0600);
    const Outcome changed = shell.in_vault({"verify", file});
    CHECK(changed.code == 1);
    CHECK_THAT(changed.out, Contains("NOT intact"));
    CHECK(parse_json(shell.in_vault({"verify", file, "--json"}).out, "out").at("intact") == false);
    CHECK(shell.in_vault({"verify", shell.folder() + "/nothing.pdf"}).code == 2);
    CHECK(shell.in_vault({"verify", file, "--witness", file}).code == 2);
}
