// verify.sh, run by dash where there are only coreutils and openssl.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "dossier/bags.h"

using namespace ugoda;

namespace fs = std::filesystem;

namespace {

/// Everything that verify.sh may start, and nothing else.
constexpr const char* tools[] = {"basenc",    "base64", "cat",    "comm", "cut", "date",    "fold",
                                 "head",      "join",   "mktemp", "mv",   "od",  "openssl", "rm",
                                 "sha256sum", "sort",   "stat",   "tail", "tr",  "uniq",    "wc"};

struct Verdict {
    int code = 0;
    std::string said;
};

class Checker {
  public:
    explicit Checker(const Files& files) {
        fs::create_directory(place_ / "bin");
        for (const char* tool : tools) fs::create_symlink(fs::path("/usr/bin") / tool, place_ / "bin" / tool);
        write_files(files, bag());
    }
    [[nodiscard]] fs::path bag() const { return place_ / "bag"; }

    [[nodiscard]] Verdict run(const std::string& arguments = "") const {
        const std::string command = "cd / && env -i PATH='" + (place_ / "bin").string() + "' TMPDIR='" +
                                    place_.path().string() + "' /usr/bin/dash '" + UGODA_SOURCE_DIR +
                                    "/src/dossier/verify.sh' '" + bag().string() + "' " + arguments + " >'" +
                                    (place_ / "said").string() + "' 2>&1";
        const int status = std::system(command.c_str());
        std::ostringstream said;
        said << std::ifstream(place_ / "said").rdbuf();
        return {WEXITSTATUS(status), said.str()};
    }
    void write(const std::string& path, const std::string& bytes) const {
        fs::create_directories((bag() / path).parent_path());
        std::ofstream(bag() / path, std::ios::binary) << bytes;
    }

  private:
    TemporaryFolder place_;
};

Verdict judged(const Files& files, const std::string& arguments = "") { return Checker(files).run(arguments); }

}  // namespace

TEST_CASE("verify.sh finds a dossier intact with sh, coreutils and openssl alone, and says what it did not check") {
    SmallVault small;
    const Verdict verdict = judged(dossier_of(small.with_cases()));
    INFO(verdict.said);
    CHECK(verdict.code == 0);
    CHECK(verdict.said.ends_with("intact\n"));
    CHECK_THAT(verdict.said,
               Catch::Contains("7 events") && Catch::Contains("Not checked here") && Catch::Contains("COMPARE"));
    CHECK_THAT(verdict.said, Catch::Contains(fingerprint(parse_verifier_key(small.open().public_key())->public_bytes)));
    CHECK_THAT(verdict.said, !Catch::Contains("not found"));
}

TEST_CASE("verify.sh takes visits, withheld and erased payloads") {
    SmallVault small;
    small.with_visit();
    const GatherOptions plain = options_of(small.open());
    CHECK(judged(dossier_of(small, "2026-0001", plain)).code == 0);
    GatherOptions options = plain;
    options.withholding = [](const Header& header, const Json&) -> std::optional<LeftOut> {
        return header.kind == "photo.added" ? std::optional(LeftOut{"health", Json()}) : std::nullopt;
    };
    const Verdict verdict = judged(dossier_of(small, "2026-0001", options, some_extras(), "withheld.zip"));
    INFO(verdict.said);
    CHECK(verdict.code == 0);
}

TEST_CASE("verify.sh finds a changed byte in every file, near its beginning, middle and end") {
    SmallVault small;
    const Files files = dossier_of(small.with_visit());
    const Checker checker(files);
    for (const auto& [path, bytes] : files) {
        for (const std::size_t at : std::set<std::size_t>{0, bytes.size() / 2, bytes.empty() ? 0 : bytes.size() - 1}) {
            if (bytes.empty()) continue;
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            checker.write(path, changed);
            INFO(path << " at " << at);
            CHECK(checker.run().code == 1);
        }
        checker.write(path, bytes);
    }
    CHECK(checker.run().code == 0);
}

// Takes most of an hour: scripts/faults runs it.
TEST_CASE("verify.sh finds every changed byte of every file", "[.sweep]") {
    SmallVault small;
    const Files files = dossier_of(small.with_visit());
    const Checker checker(files);
    for (const auto& [path, bytes] : files) {
        std::string changed = bytes;
        for (char& byte : changed) {
            byte = static_cast<char>(byte ^ 1);
            checker.write(path, changed);
            if (checker.run().code != 1) FAIL_CHECK(path << " at " << (&byte - changed.data()));
            byte = static_cast<char>(byte ^ 1);
        }
        checker.write(path, bytes);
    }
}

TEST_CASE("verify.sh finds every file that is removed, and added ones") {
    SmallVault small;
    const Files files = dossier_of(small.with_visit());
    const Checker checker(files);
    for (const auto& [path, bytes] : files) {
        fs::remove(checker.bag() / path);
        INFO(path);
        CHECK(checker.run().code == 1);
        checker.write(path, bytes);
    }
    for (const char* path : {"data/added", "added", "signature/added", "data/.hidden", ".hidden", "data/a b"}) {
        checker.write(path, "added");
        INFO(path);
        CHECK(checker.run().code == 1);
        fs::remove(checker.bag() / path);
    }
    CHECK(checker.run().code == 0);
}

TEST_CASE("verify.sh finds what was exchanged, whatever the salon signs") {
    SmallVault small;
    small.with_cases();
    const Files whole = dossier_of(small);
    const auto signed_again = [&](Files files) {
        sign_again(files, small.open());
        return judged(files).said;
    };
    Files files = whole;
    for (const char* name : {"header.json", "payload.json", "inclusion.tlog-proof"})
        std::swap(bytes_at(files, std::string("data/events/000000000002/") + name),
                  bytes_at(files, std::string("data/events/000000000003/") + name));
    CHECK_THAT(signed_again(files), Catch::Contains("is the header of another event"));
    files = whole;
    bytes_at(files, "data/photos/01-before.bin") = "another picture!";
    CHECK_THAT(signed_again(files), Catch::Contains("an event names it, and it is missing"));
    files = whole;
    std::erase_if(files, [](const auto& file) { return file.first.starts_with("data/events/000000000003/"); });
    CHECK_THAT(signed_again(files), Catch::Contains("one before it is missing"));
    files = whole;
    std::erase_if(files, [](const auto& file) { return file.first.starts_with("data/events/000000000007/"); });
    CHECK_THAT(signed_again(files), Catch::Contains("states other events than are here"));
    files = whole;
    std::erase_if(files, [](const auto& file) { return file.first.starts_with("data/events/000000000001/"); });
    CHECK_THAT(signed_again(files), Catch::Contains("does not begin here"));
    files = whole;
    bytes_at(files, "data/events/000000000002/inclusion.tlog-proof") =
        bytes_at(files, "data/events/000000000003/inclusion.tlog-proof");
    CHECK_THAT(signed_again(files), Catch::Contains("is not the proof of event 2"));
    files = whole;
    std::string& proof = bytes_at(files, "data/events/000000000002/inclusion.tlog-proof");
    std::swap(proof[45], proof[46]);
    CHECK_THAT(signed_again(files), Catch::Contains("does not prove that the event is in the log"));
    files = whole;
    std::string& consistency = bytes_at(files, "data/checkpoints/000000000005/consistency");
    std::swap(consistency[40], consistency[41]);
    CHECK_THAT(signed_again(files), Catch::Contains("does not prove that the log begins with this checkpoint"));
    files = without(whole, "data/events/000000000003/payload.json");
    CHECK_THAT(signed_again(files), Catch::Contains("withheld.txt does not say why"));
    bytes_at(files, "data/withheld.txt") = "erased-payload 3 4\n";
    CHECK_THAT(signed_again(files), Catch::Contains("event 4 is said to have erased it, and did not"));
}

TEST_CASE("verify.sh finds manifests made anew without the key, and a cut tail with them") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    std::erase_if(files, [](const auto& file) { return file.first.starts_with("data/events/000000000007/"); });
    redo_manifests(files);
    const Verdict verdict = judged(files);
    CHECK(verdict.code == 1);
    CHECK_THAT(verdict.said,
               Catch::Contains("tagmanifest-sha256.txt: is not the file that signature/statement.txt names"));
}

TEST_CASE("verify.sh compares a paper's checkpoint: in the dossier, of another size, of another history") {
    SmallVault small;
    small.with_cases();
    const Files files = dossier_of(small);
    const std::string note = small.open().signed_checkpoint(5), root = note.substr(note.find("\n5\n") + 3, 44);
    CHECK(judged(files, "--paper-size 5 --paper-root " + root).code == 0);
    CHECK(judged(files, "--paper-size 4 --paper-root " + root).code == 1);
    CHECK_THAT(judged(files, "--paper-size 5 --paper-root " + std::string(43, 'A') + "=").said,
               Catch::Contains("two histories"));
    CHECK(judged(files, "--paper-size 10 --paper-root " + root).code == 1);
}

TEST_CASE("verify.sh says that it cannot check what is no dossier") {
    SmallVault small;
    const Checker checker(Files{{"something", "else"}});
    CHECK(checker.run().code == 2);
    CHECK(checker.run("--paper-size 5").code == 2);
    CHECK(checker.run("--nonsense").code == 2);
}
