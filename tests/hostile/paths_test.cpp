// Files named where they must not be looked for, and things that are no files.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "base/files.h"
#include "hostile/shell.h"

using namespace ugoda;
using namespace ugoda::test;
namespace fs = std::filesystem;

namespace {

/// A case file in a folder of its own, `inside`, so that there is an outside.
class Inside {
  public:
    explicit Inside(const Shell& shell) : folder_(fs::path(shell.path("inside"))) {
        fs::create_directory(folder_);
        write_file_durably(folder_.parent_path() / "secret.txt", "what the client must not bring",
                           0600);
        fs::create_symlink(folder_.parent_path() / "secret.txt", folder_ / "link.txt");
        fs::create_directory_symlink(folder_.parent_path(), folder_ / "up");
        fs::create_symlink("loop.txt", folder_ / "loop.txt");
        ::mkfifo((folder_ / "pipe").c_str(), 0600);
    }
    [[nodiscard]] std::string naming(const std::string& file, bool as_photo) const {
        Json value = sample_case("pl-hair.json");
        if (as_photo)
            value["photo_sheet"]["photos"] = {{{"file", file}, {"phase", "before"}}};
        else
            value["evidence"] = {
                {{"file", file}, {"attachment_title", "t"}, {"attachment_kind", "other"}}};
        write_file_durably(folder_ / "case.json", value.dump(-1, ' ', true), 0600);
        return folder_ / "case.json";
    }
    [[nodiscard]] const fs::path& folder() const { return folder_; }

  private:
    fs::path folder_;
};

}  // namespace

TEST_CASE("a case file cannot bring what lies outside its folder") {
    Shell shell;
    const Inside inside(shell);
    const std::string absolute = inside.folder().parent_path() / "secret.txt";
    for (const std::string& name : {std::string("../secret.txt"),
                                    std::string("./../secret.txt"),
                                    std::string("x/../../secret.txt"),
                                    absolute,
                                    "/" + absolute,
                                    std::string("link.txt"),
                                    std::string("up/secret.txt"),
                                    std::string(".."),
                                    std::string("/dev/zero"),
                                    std::string("/proc/self/mem"),
                                    "file://" + absolute,
                                    "file:" + absolute,
                                    std::string("http://localhost/a.jpg"),
                                    std::string("~/secret.txt"),
                                    std::string("$HOME/secret.txt"),
                                    std::string("..\\secret.txt"),
                                    std::string("%2e%2e/secret.txt"),
                                    std::string("link.txt\0.jpg", 13),
                                    std::string("\u202egpj.txt"),
                                    std::string("a\nb"),
                                    std::string(5000, 'n'),
                                    std::string("loop.txt")})
        for (const bool as_photo : {true, false}) {
            INFO(name.substr(0, 100));
            shell.refuses({"case", "open", inside.naming(name, as_photo)}, 2, "ugoda: stop: ");
            shell.refuses({"case", "add", "2099-0001", inside.naming(name, as_photo)}, 2,
                          "ugoda: stop: ");
        }
}

TEST_CASE("a folder, a pipe and a device are no files, wherever a file is named") {
    Shell shell;
    const Inside inside(shell);
    const std::string pipe = inside.folder() / "pipe";
    for (const std::string& thing : {inside.folder().string(), pipe, std::string("/dev/zero"),
                                     std::string("/dev/full"), std::string("/dev/tty")})
        for (const Words& words :
             std::vector<Words>{{"case", "open", thing},
                                {"case", "add", "2099-0001", thing},
                                {"photo", "add", "2099-0001", "--before", thing},
                                {"attach", "2099-0001", thing, "--kind", "other", "--title", "t"},
                                {"issue", "settlement", "2099-0001", "--answers", thing},
                                {"verify", "--witness", thing},
                                {"init", shell.path("other"), "--salon", thing}}) {
            INFO(thing << " for " << words.front());
            shell.refuses(words, 2, thing + ": ");
        }
    for (const char* name : {"pipe", ".", "up"})
        for (const bool as_photo : {true, false})
            shell.refuses({"case", "open", inside.naming(name, as_photo)}, 2, "ugoda: stop: ");
}

TEST_CASE("copies go into a folder and over nothing else") {
    Shell shell;
    const std::string file = shell.file("file", "x");
    for (const std::string& out :
         {file, std::string("/dev/full"), shell.path("missing"), std::string(5000, 'n')}) {
        shell.refuses({"issue", "settlement", "2099-0001", "--out", out}, 2, "is not a folder");
        shell.refuses({"issue", "settlement", "2099-0001", "--draft", "--out", out}, 2,
                      "is not a folder");
    }
    shell.check_intact(3);
}

TEST_CASE("a vault is made where nothing is, and nowhere else") {
    Shell shell;
    const std::string salon = sample("salon-pl.toml"), file = shell.file("file", "x");
    for (const std::string& place :
         {file, file + "/vault", shell.path("missing/vault"), shell.vault(),
          std::string("/dev/null"), shell.path(std::string(300, 'n'))}) {
        INFO(place);
        const Outcome outcome = shell.run({"init", place, "--salon", salon});
        CHECK((outcome.code == 2 || outcome.code == 3));
        check_clear(outcome.err);
    }
    shell.check_intact(3);
}

TEST_CASE("a vault that is no vault is told so, and nothing is made of it") {
    Shell shell;
    const std::string file = shell.file("file", "x"), empty = shell.path("out"),
                      missing = shell.path("missing");
    for (const std::string& vault :
         {file, empty, missing, std::string("/dev/zero"), std::string(5000, 'n')})
        for (const Words& verb : std::vector<Words>{{"verify"},
                                                    {"case", "list"},
                                                    {"trail", "2099-0001"},
                                                    {"reindex"},
                                                    {"case", "open", sample("pl-hair.json")},
                                                    {"settings", "accept"}}) {
            Words words = {"--vault", vault};
            words.insert(words.end(), verb.begin(), verb.end());
            const Outcome outcome = shell.run(words);
            INFO(vault.substr(0, 50) << " " << verb.front());
            CHECK(outcome.code == 3);
            CHECK(outcome.out.empty());
            check_clear(outcome.err);
        }
    CHECK(fs::is_empty(empty));
    CHECK_FALSE(fs::exists(missing));
}

TEST_CASE("a file whose name is not UTF-8 is taken in under a name that can be shown") {
    Shell shell;
    const std::string receipt = shell.file("za\xbf\xf3\xb3\xe6.txt", "Paragon");
    const Outcome added =
        shell.in_vault({"attach", "2099-0001", receipt, "--kind", "receipt", "--title", "Paragon"});
    CHECK(added.code == 0);
    CHECK_THAT(added.out, Catch::Contains("za\ufffd"));
    const std::string photo = shell.path("\xe9t\xe9.jpg");
    fs::copy(sample("photographs/before-1.jpg"), photo);
    CHECK(shell.in_vault({"photo", "add", "2099-0001", "--before", photo}).code <= 1);
    for (const Words& words : std::vector<Words>{{"case", "show", "2099-0001"},
                                                 {"trail", "2099-0001"},
                                                 {"trail", "2099-0001", "--json"}})
        CHECK_THAT(shell.in_vault(words).out, Catch::Contains("\ufffdt\ufffd.jpg"));
    shell.refuses({"case", "open", shell.file("no\xff.json", "[")}, 2, "no\ufffd.json");
    shell.check_intact(5);
}

TEST_CASE("a file whose name would steer the terminal is shown with that made visible") {
    Shell shell;
    const std::string receipt = shell.file("a\x1b[2J\n\xe2\x80\xae.txt", "Paragon");
    const Outcome added =
        shell.in_vault({"attach", "2099-0001", receipt, "--kind", "receipt", "--title", "Paragon"});
    CHECK_THAT(added.out, Catch::Contains("a\\u{1b}[2J\\u{a}\\u{202e}.txt"));
    CHECK(shell.in_vault({"trail", "2099-0001"}).out.find('\x1b') == std::string::npos);
    shell.refuses({"photo", "add", "2099-0001", "--before", receipt}, 2,
                  "a\\u{1b}[2J\\u{a}\\u{202e}.txt: is text");
}
