// RFC 8493, word by word, by code that shares nothing with what writes dossiers.
#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "dossier/bags.h"

using namespace ugoda;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// §2.1.3: `checksum filepath`, separated by white space; each path once; hex of the algorithm's length.
std::map<std::string, std::string> checksums(const std::string& manifest) {
    static const std::regex line(R"(([0-9a-fA-F]{64})[ \t]+\*?([^ \t].*))");
    std::map<std::string, std::string> named;
    for (const std::string& text : lines_of(manifest)) {
        std::smatch match;
        REQUIRE(std::regex_match(text, match, line));
        CHECK(named.emplace(match.str(2), match.str(1)).second);
    }
    return named;
}

std::string hash_of(const std::string& bytes) { return to_hex(sha256(bytes)); }

}  // namespace

TEST_CASE("a dossier is a complete and valid bag by RFC 8493") {
    SmallVault small;
    Files files = dossier_of(small.with_visit());
    std::map<std::string, std::string> bag;
    for (const auto& [path, bytes] : files) CHECK(bag.emplace(path, bytes).second);

    // §2.1.1: bagit.txt is exactly these two lines, in UTF-8 without a byte order mark.
    CHECK(std::regex_match(bag.at("bagit.txt"),
                           std::regex("BagIt-Version: 1\\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?")));
    // §2.1.2, §2.1.3: a payload folder and a payload manifest that lists every payload file exactly once.
    const auto payload = checksums(bag.at("manifest-sha256.txt"));
    std::set<std::string> here;
    std::uint64_t octets = 0, streams = 0;
    for (const auto& [path, bytes] : bag)
        if (path.starts_with("data/")) here.insert(path), octets += bytes.size(), ++streams;
    CHECK(here.size() > 10);
    for (const auto& [path, hash] : payload) {
        CHECK(path.starts_with("data/"));
        CHECK(here.erase(path) == 1);
        CHECK(hash_of(bag.at(path)) == hash);
    }
    CHECK(here.empty());
    // §2.2.1: a tag manifest lists the payload manifest and tag files, no payload, and no tag manifest.
    const auto tags = checksums(bag.at("tagmanifest-sha256.txt"));
    CHECK(tags.contains("manifest-sha256.txt"));
    CHECK(tags.contains("bagit.txt"));
    CHECK(tags.contains("bag-info.txt"));
    for (const auto& [path, hash] : tags) {
        CHECK_FALSE(path.starts_with("data/"));
        CHECK_FALSE(path.starts_with("tagmanifest-"));
        CHECK(hash_of(bag.at(path)) == hash);
    }
    // §2.2.2: bag-info.txt has `label: value` lines; Payload-Oxum and Bagging-Date are not repeated.
    std::map<std::string, std::string> info;
    for (const std::string& line : lines_of(bag.at("bag-info.txt"))) {
        std::smatch match;
        REQUIRE(std::regex_match(line, match, std::regex("([^ \t:][^:]*): ([^ \t].*)")));
        CHECK(info.emplace(match.str(1), match.str(2)).second);
    }
    CHECK(info.at("Payload-Oxum") == std::to_string(octets) + "." + std::to_string(streams));
    CHECK(std::regex_match(info.at("Bagging-Date"), std::regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")));
    CHECK(info.at("External-Identifier") == small.open().id().substr(0, 8) + "/2026-0001");
    // §2.2.3: no fetch.txt; §5.2.2, §6: names that no file system reads otherwise, none alike but for case.
    std::set<std::string> folded;
    for (const auto& [path, bytes] : bag) {
        CHECK(std::regex_match(path, std::regex("[A-Za-z0-9._/-]+")));
        std::string lower = path;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        CHECK(folded.insert(lower).second);
        CHECK(bytes.substr(0, 3) != "\xEF\xBB\xBF");
    }
    CHECK_FALSE(bag.contains("fetch.txt"));
}
