// Zips from outside: what is odd about them is found or refused, and nothing is written anywhere.
#include <catch2/catch.hpp>
#include <filesystem>

#include "dossier/bags.h"
#include "dossier/zip.h"

using namespace ugoda;

namespace {

std::string little(std::uint64_t number, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(number >> (8 * i));
    return text;
}

std::uint32_t crc32_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int i = 0; i < 8; ++i) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

/// A zip of stored entries by hand: names as they are. `mode`: of Unix.
std::string zip_of(const Files& files, std::uint32_t mode = 0100644) {
    std::string zip, directory;
    for (const auto& [name, bytes] : files) {
        const std::string common = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) +
                                   little(crc32_of(bytes), 4) + little(bytes.size(), 4) + little(bytes.size(), 4) +
                                   little(name.size(), 2) + little(0, 2);
        directory += "PK\1\2" + little(20 | 3 << 8, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) +
                     little(std::uint64_t{mode} << 16, 4) + little(zip.size(), 4) + name;
        zip += "PK\3\4" + common + name + bytes;
    }
    return zip + directory + "PK\5\6" + little(0, 4) + little(files.size(), 2) + little(files.size(), 2) +
           little(directory.size(), 4) + little(zip.size(), 4) + little(0, 2);
}

struct Place {
    TemporaryFolder folder;
    std::filesystem::path file(const std::string& bytes) {
        write_file_durably(folder / "outside.zip", bytes, 0600);
        return folder / "outside.zip";
    }
};

std::string found_in(Place& place, const std::string& zip) {
    std::string text;
    for (const Finding& finding : verify_dossier(place.file(zip), {}).findings)
        text += finding.where + ": " + finding.what + "\n";
    return text;
}

Files below(const std::string& top, Files files) {
    for (auto& [path, bytes] : files) path = top + path;
    return files;
}

}  // namespace

TEST_CASE("a zip made by somebody else of the same files is as good") {
    SmallVault small;
    Place place;
    const Files files = dossier_of(small.with_cases());
    CHECK(verify_dossier(place.file(zip_of(below("any-name/", files))), {}).is_intact());
}

TEST_CASE("a folder into which a dossier was unpacked is as good, and a link in it is not followed") {
    SmallVault small;
    Place place;
    const Files files = dossier_of(small.with_cases());
    write_files(files, place.folder / "bag");
    CHECK(verify_dossier(place.folder / "bag", {}).is_intact());
    const auto photo = place.folder / "bag/data/photos/01-before.bin";
    std::filesystem::rename(photo, place.folder / "elsewhere");
    std::filesystem::create_symlink(place.folder / "elsewhere", photo);
    CHECK_FALSE(verify_dossier(place.folder / "bag", {}).is_intact());
}

TEST_CASE("entries that would lead out of the folder, or are there twice, are told") {
    SmallVault small;
    Place place;
    const Files files = below("d/", dossier_of(small.with_cases()));
    for (const char* name : {"d/../../evil", "d/..", "d//etc/passwd", "d/a\\b", "d/data/./x", "d/C:x"}) {
        Files more = files;
        more.emplace_back(name, "evil");
        INFO(name);
        CHECK_THAT(found_in(place, zip_of(more)), Catch::Contains("is no path that a dossier can have"));
    }
    Files twice = files;
    twice.emplace_back("d/data/checkpoint", "another");
    CHECK_THAT(found_in(place, zip_of(twice)), Catch::Contains("data/checkpoint: is there twice"));
    CHECK_FALSE(std::filesystem::exists(place.folder.path().parent_path() / "evil"));
}

TEST_CASE("links in a zip are told and not followed") {
    SmallVault small;
    Place place;
    CHECK_THAT(found_in(place, zip_of(below("d/", dossier_of(small.with_cases())), 0120777)),
               Catch::Contains("is a link or device, not a file"));
}

TEST_CASE("entries beside the bag's folder, absolute ones, and what is no zip are refused") {
    Place place;
    for (const std::string& zip : {zip_of({{"a/x", "1"}, {"b/x", "1"}}), zip_of({{"a/x", "1"}, {"/etc/passwd", "1"}}),
                                   std::string("no zip"), std::string(), zip_of({{"a/x", "1"}}).substr(0, 30)})
        CHECK_THROWS_AS(verify_dossier(place.file(zip), {}), Error);
    CHECK_THROWS_AS(verify_dossier(place.folder / "nothing", {}), Error);
}

TEST_CASE("a zip that is cut off anywhere is refused or told, never intact") {
    SmallVault small;
    Place place;
    const std::string zip = zip_of(below("d/", dossier_of(small.with_visit())));
    for (std::size_t size = 0; size < zip.size(); size += 97) {
        try {
            const bool is_whole = verify_dossier(place.file(zip.substr(0, size)), {}).is_intact();
            CHECK_FALSE(is_whole);
        } catch (const Error& error) {
            CHECK(error.fault() == Fault::input);
        }
    }
}

TEST_CASE("a zip with more files or bytes than the limits is refused") {
    Place place;
    const auto take_all = [&](const std::string& zip, const BagLimits& limits) {
        const auto source = open_bag(place.file(zip), limits);
        while (source->next())
            while (!source->read().empty()) {}
    };
    const std::string zip = zip_of({{"d/a", std::string(1000, 'a')}, {"d/b", std::string(1000, 'b')}});
    CHECK_NOTHROW(take_all(zip, {2, 2000, 100}));
    CHECK_THROWS_WITH(take_all(zip, {1, 2000, 100}), Catch::Contains("more files"));
    CHECK_THROWS_WITH(take_all(zip, {2, 1999, 100}), Catch::Contains("more bytes"));
}

TEST_CASE("a zip that cannot be written is named, and no entry is longer than it was said to be") {
    Place place;
    CHECK_THROWS_WITH(write_zip("/nonexistent/d.zip", 0), Catch::Contains("/nonexistent/d.zip"));
    auto full = write_zip(place.folder / "new.zip", 0);
    CHECK_THROWS_AS((full->begin("a", 3), full->write("four"), full->write("more"), (void)full->finish()), Error);
}
