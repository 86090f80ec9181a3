// The table of src/README.md, enforced: who may include whom, and which library has which door.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

const std::map<std::string, Names> may_include = {
    {"base", {}},
    {"casefile", {"base"}},
    {"picture", {"base", "casefile"}},
    {"intake", {"base", "casefile"}},
    {"document", {"base", "casefile"}},
    {"seal", {"base"}},
    {"worker", {"base", "casefile", "picture"}},
    {"audit", {"base"}},
    {"vault", {"base", "casefile", "audit"}},
    {"dossier", {"base", "casefile", "audit", "vault"}},
    {"workflow",
     {"base", "casefile", "picture", "intake", "document", "seal", "worker", "audit", "vault", "dossier"}},
    {"cli", {"base", "casefile", "workflow"}},
};

/// Start of an include in angle brackets, and the folders that may use it.
const std::map<std::string, Names> doors = {
    {"openssl/", {"base", "audit", "seal"}},  {"unicode/", {"base"}},     {"nlohmann/", {"base"}},
    {"toml++/", {"base"}},            {"valijson/", {"intake"}},  {"turbojpeg.h", {"picture"}},
    {"png.h", {"picture"}},           {"exiv2/", {"picture"}},
    {"libheif/", {"picture"}},        {"webp/", {"picture"}},     {"tiffio.h", {"picture"}},
    {"kainjow/", {"document"}},       {"md4c.h", {"document"}},   {"hpdf.h", {"document"}},
    {"qrencode.h", {"document"}},     {"podofo/", {"seal"}},      {"SQLiteCpp/", {"vault"}},
    {"sqlite3.h", {"vault"}},         {"archive.h", {"dossier"}},   {"archive_entry.h", {"dossier"}},
    {"CLI/", {"cli"}},                {"curl/", {"seal"}},
};

/// The system's own headers; anything else in angle brackets with a dot or slash needs a door.
const Names of_the_system = {"fcntl.h",     "unistd.h",    "pwd.h",          "sys/stat.h", "sys/file.h", "sys/time.h",
                             "sys/types.h", "sys/wait.h",  "sys/resource.h", "sys/prctl.h", "spawn.h",   "poll.h",
                             "malloc.h",    "sys/mman.h",  "dlfcn.h"};

/// What one include of `file` (relative to src/) does wrong; empty: nothing.
std::string trespass(const fs::path& file, char bracket, const std::string& included) {
    const std::string folder = file.begin()->string();
    if (!may_include.contains(folder)) return folder + " is not in the table of folders";
    if (bracket == '"') {
        const std::string other = included.substr(0, included.find('/'));
        if (other == "worker" && folder != "worker" && included != "worker/client.h")
            return "of worker only worker/client.h may be included";
        if (other == folder || may_include.at(folder).contains(other)) return "";
        return folder + " may not include " + other;
    }
    for (const auto& [start, folders] : doors) {
        if (included.compare(0, start.size(), start) != 0) continue;
        if (!folders.contains(folder)) return folder + " is not a door to <" + included + ">";
        if (file.extension() == ".h" && file != "base/json.h") return "a library's type in a header: <" + included + ">";
        return "";
    }
    const bool is_plain = included.find_first_of("./") == std::string::npos;
    return is_plain || of_the_system.contains(included) ? "" : "<" + included + "> has no door";
}

/// All trespasses in one file's text.
std::vector<std::string> trespasses(const fs::path& file, std::istream& text) {
    static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
    std::vector<std::string> found;
    std::string line;
    for (int number = 1; std::getline(text, line); ++number) {
        std::smatch match;
        if (!std::regex_match(line, match, include)) continue;
        const std::string wrong = trespass(file, match.str(1)[0], match.str(2));
        if (!wrong.empty()) found.push_back("src/" + file.string() + ":" + std::to_string(number) + ": " + wrong);
    }
    return found;
}

std::vector<std::string> planted(const std::string& file, const std::string& line) {
    std::istringstream text("// first\n" + line + "\n");
    return trespasses(file, text);
}

}  // namespace

TEST_CASE("no folder includes what the table does not allow") {
    const fs::path source = fs::path(UGODA_SOURCE_DIR) / "src";
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(source)) {
        if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
        std::ifstream text(entry.path());
        for (const std::string& found : trespasses(entry.path().lexically_relative(source), text)) FAIL_CHECK(found);
        ++files;
    }
    CHECK(files > 100);
}

TEST_CASE("every folder of the table stands in the picture of the source") {
    std::ifstream readme(fs::path(UGODA_SOURCE_DIR) / "src/README.md");
    const std::string text((std::istreambuf_iterator<char>(readme)), {});
    for (const auto& [folder, others] : may_include) CHECK_THAT(text, Catch::Contains("`" + folder + "`"));
}

TEST_CASE("a planted trespass is named with its place") {
    CHECK(planted("vault/verify.cpp", "#include \"document/render.h\"") ==
          std::vector<std::string>{"src/vault/verify.cpp:2: vault may not include document"});
}

TEST_CASE("what the worker does inside is nobody else's business") {
    CHECK(planted("workflow/arrivals.cpp", "#include \"worker/client.h\"").empty());
    CHECK(planted("workflow/arrivals.cpp", "#include \"worker/serve.h\"").size() == 1);
    CHECK(planted("cli/main.cpp", "#include \"worker/client.h\"").size() == 1);
}

TEST_CASE("a library outside its door is named") {
    CHECK(planted("workflow/issue_record.cpp", "#include <hpdf.h>").size() == 1);
    CHECK(planted("document/typeset.h", "#include <hpdf.h>").size() == 1);
    CHECK(planted("document/pdf_writer.cpp", "#include <hpdf.h>").empty());
}

TEST_CASE("an unknown library and an unknown folder are named") {
    CHECK(planted("base/text.cpp", "#include <boost/regex.hpp>").size() == 1);
    CHECK(planted("helpers/things.cpp", "#include <string>").size() == 1);
}
