// The manual against the program's own help.
#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "base/files.h"
#include "cli/program.h"

using namespace ugoda;

namespace {

std::string help_of(std::vector<std::string> verb) {
    verb.emplace_back("--help");
    std::ostringstream out, err;
    REQUIRE(run_program(verb, out, err, {}) == 0);
    return out.str();
}

/// The verbs under `verb`, as its help lists them.
std::set<std::string> verbs_in(const std::string& help) {
    std::set<std::string> verbs;
    const auto list = help.find("Subcommands:");
    if (list == std::string::npos) return verbs;
    std::istringstream lines(help.substr(list));
    std::string line, word;
    for (std::getline(lines, line); std::getline(lines, line) && line.starts_with("  ");)
        if (std::istringstream(line) >> word) verbs.insert(word);
    return verbs;
}

/// The manual as it is read: fonts and macros taken out, blanks made one.
std::string manual() {
    std::string text =
        read_file(std::string(UGODA_SOURCE_DIR) + "/scripts/debian/ugoda.1", 1u << 20, Fault::input);
    text = std::regex_replace(text, std::regex(R"(\\-)"), "-");
    text = std::regex_replace(text, std::regex(R"(\\f[RPBI])"), "");
    text = std::regex_replace(text, std::regex(R"("|(^|\n)\.[A-Z]+ ?)"), "\n");
    return std::regex_replace(text, std::regex(R"([ \n]+)"), " ");
}

void check_options(const std::string& help, const std::string& text) {
    const std::regex option("--[a-z-]+");
    for (std::sregex_iterator at(help.begin(), help.end(), option), end; at != end; ++at) {
        INFO(at->str());
        CHECK(std::regex_search(text, std::regex(at->str() + "(?![a-z-])")));
    }
}

}  // namespace

TEST_CASE("every verb and every option that help shows stands in the manual") {
    const std::string text = manual();
    const std::string help = help_of({});
    check_options(help, text);
    REQUIRE(verbs_in(help).size() > 5);
    for (const std::string& verb : verbs_in(help)) {
        const std::string own = help_of({verb});
        check_options(own, text);
        const std::set<std::string> under = verbs_in(own);
        if (under.empty()) CHECK_THAT(text, Catch::Contains(" " + verb + " "));
        for (const std::string& second : under) {
            CHECK_THAT(text, Catch::Contains(" " + verb + " " + second + " "));
            check_options(help_of({verb, second}), text);
        }
    }
}
