// Every damage that a dossier's checker promises to see, done.
#include <catch2/catch.hpp>

#include "dossier/bags.h"

using namespace ugoda;

namespace {

bool is_intact(const Files& files) { return verified(files).is_intact(); }

/// The findings' places, for claims about which of them told.
std::string places(const Files& files) {
    std::string text;
    for (const Finding& finding : verified(files).findings) text += finding.where + ": " + finding.what + "\n";
    return text;
}

}  // namespace

TEST_CASE("every byte of every file, changed, is found") {
    SmallVault small;
    Files files = dossier_of(small.with_visit());
    REQUIRE(is_intact(files));
    for (auto& [path, bytes] : files)
        for (char& byte : bytes)
            for (const char change : {'\x01', '\x20'}) {
                byte = static_cast<char>(byte ^ change);
                if (is_intact(files))
                    FAIL("a change in " << path << " at " << (&byte - bytes.data()) << " was not found");
                byte = static_cast<char>(byte ^ change);
            }
}

TEST_CASE("every file, removed, is found; so is each cut short or made longer") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    for (const auto& [path, bytes] : Files(files)) {
        INFO(path);
        CHECK_FALSE(is_intact(without(files, path)));
        bytes_at(files, path) = bytes + "\n";
        CHECK_FALSE(is_intact(files));
        if (!bytes.empty()) {
            bytes_at(files, path) = bytes.substr(0, bytes.size() - 1);
            CHECK_FALSE(is_intact(files));
        }
        bytes_at(files, path) = bytes;
    }
}

TEST_CASE("a file that was added is found, wherever it lies") {
    SmallVault small;
    const Files files = dossier_of(small.with_cases());
    for (const char* path :
         {"data/added.txt", "added.txt", "signature/added.txt", "signature/crl.der", "data/keys/seal-1.pem",
          "data/events/000000000001/added", "data/events/000000000099/header.json",
          "data/checkpoints/000000000004/checkpoint", "manifest-md5.txt", "fetch.txt"}) {
        Files more = files;
        more.emplace_back(path, "added");
        INFO(path);
        CHECK_FALSE(is_intact(more));
        redo_manifests(more);
        CHECK_FALSE(is_intact(more));
    }
}

TEST_CASE("a file that is there twice is found, also when both are alike") {
    SmallVault small;
    const Files files = dossier_of(small.with_cases());
    for (const auto& [path, bytes] : files) {
        Files twice = files;
        twice.emplace_back(path, bytes);
        CHECK_FALSE(is_intact(twice));
    }
}

TEST_CASE("two events that change places are found, and with new manifests too") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    for (const char* name : {"header.json", "payload.json", "inclusion.tlog-proof"})
        std::swap(bytes_at(files, std::string("data/events/000000000002/") + name),
                  bytes_at(files, std::string("data/events/000000000003/") + name));
    CHECK_FALSE(is_intact(files));
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("is the header of event 3"));
}

TEST_CASE("another photograph is found by its event, when the whole bag was signed again") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    bytes_at(files, "data/photos/01-before.bin") = "another picture!";
    CHECK_FALSE(is_intact(files));
    redo_manifests(files);
    CHECK_FALSE(is_intact(files));
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("which event 2 names, is missing"));
}

TEST_CASE("a tail that was cut off is found, with manifests made anew") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    std::erase_if(files, [](const auto& file) { return file.first.starts_with("data/events/000000000007/"); });
    redo_manifests(files);
    CHECK_FALSE(is_intact(files));
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("states other events than are here"));
}

TEST_CASE("a hole inside a case shows, whatever the salon signs") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    std::erase_if(files, [](const auto& file) { return file.first.starts_with("data/events/000000000003/"); });
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("one before it is missing"));
}

TEST_CASE("a beginning that was cut off shows, whatever the salon signs") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    std::erase_if(files, [](const auto& file) { return file.first.starts_with("data/events/000000000001/"); });
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("holds no events of 2026-0001 from its beginning"));
}

TEST_CASE("the proof of another event, and an event of another case with its proof, are found") {
    SmallVault small;
    small.with_cases();
    Files files = dossier_of(small);
    const GatherOptions options = options_of(small.open());
    Files other = dossier_of(small, "2026-0002", options, some_extras(), "other.zip");
    Files changed = files;
    bytes_at(changed, "data/events/000000000002/inclusion.tlog-proof") =
        bytes_at(other, "data/events/000000000008/inclusion.tlog-proof");
    sign_again(changed, small.open());
    CHECK_THAT(places(changed), Catch::Contains("is the proof of event 8"));
    for (const auto& [path, bytes] : other)
        if (path.starts_with("data/events/")) files.emplace_back(path, bytes);
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("holds events of '2026-0002'"));
}

TEST_CASE("a payload that was changed together with nothing else is found, and one that is gone without a reason") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    const Files whole = files;
    std::string& payload = bytes_at(files, "data/events/000000000001/payload.json");
    payload.replace(payload.find("Hair"), 4, "Nail");
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("is not the payload that the header names"));
    files = without(whole, "data/events/000000000001/payload.json");
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("withheld.txt does not say why"));
    files = whole;
    bytes_at(files, "data/withheld.txt") = "payload 1 health\n";
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("withheld.txt says that it is not"));
}

TEST_CASE("a payload is not called erased by an event that erased nothing, or something else") {
    SmallVault small;
    small.with_cases();
    Files files = without(dossier_of(small), "data/events/000000000003/payload.json");
    bytes_at(files, "data/withheld.txt") = "erased-payload 3 4\n";
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("is said to be erased by event 4, which did not erase it"));
}

TEST_CASE("an older log than the paper's is found: its proof does not lead to the checkpoint") {
    SmallVault small;
    Files files = dossier_of(small.with_cases());
    std::string& consistency = bytes_at(files, "data/checkpoints/000000000005/consistency");
    consistency.replace(consistency.find("old 5"), 5, "old 4");
    sign_again(files, small.open());
    CHECK_THAT(places(files), Catch::Contains("does not prove that the log of data/checkpoint begins with this one"));
}

TEST_CASE("another key does not make a dossier intact: it is not the log's") {
    SmallVault small, other;
    small.with_cases();
    Files files = dossier_of(small);
    sign_again(files, other.open());
    CHECK_THAT(places(files), Catch::Contains("is not the signature over statement.txt"));
}
