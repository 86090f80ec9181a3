#include "base/shelf.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/files.h"
#include "support/temporary_folder.h"

using namespace ugoda;
namespace fs = std::filesystem;

namespace {

/// The program's shelf with two files, and a salon's own that is still empty.
struct Shelves {
    TemporaryFolder folder;
    fs::path shipped = folder / "program/templates", own = folder / "vault/templates";
    Shelf shelf{shipped, own};

    Shelves() {
        put(shipped / "pl-PL/labels.json");
        put(shipped / "pl-PL/settlement.md");
    }
    static void put(const fs::path& file) {
        fs::create_directories(file.parent_path());
        write_file_durably(file, file.string(), 0600);
    }
};

}  // namespace

TEST_CASE("a salon's file stands before the program's, and only that file") {
    Shelves at;
    CHECK(at.shelf.file("pl-PL/settlement.md") == at.shipped / "pl-PL/settlement.md");
    Shelves::put(at.own / "pl-PL/settlement.md");
    CHECK(at.shelf.file("pl-PL/settlement.md") == at.own / "pl-PL/settlement.md");
    CHECK(at.shelf.has_own("pl-PL/settlement.md"));
    CHECK(at.shelf.file("pl-PL/labels.json") == at.shipped / "pl-PL/labels.json");
    CHECK_FALSE(at.shelf.has_own("pl-PL/labels.json"));
}

TEST_CASE("what only the salon has is on the shelf too") {
    Shelves at;
    Shelves::put(at.own / "pl-PL/complaint.md");
    Shelves::put(at.own / "en-IE/locale.json");
    Shelves::put(at.own / "README.md");
    CHECK(at.shelf.has("en-IE/locale.json"));
    CHECK_FALSE(at.shelf.has("README.md/locale.json"));
    CHECK(at.shelf.names() == std::set<std::string>{"README.md", "en-IE", "pl-PL"});
    CHECK(at.shelf.names("pl-PL") == std::set<std::string>{"complaint.md", "labels.json", "settlement.md"});
    CHECK(at.shelf.names("en-IE") == std::set<std::string>{"locale.json"});
}

TEST_CASE("a link among the salon's files is refused, be it to a folder, a file or to nothing") {
    Shelves at;
    fs::create_directories(at.own);
    fs::create_symlink(at.shipped / "pl-PL", at.own / "pl-PL");
    CHECK_THROWS_WITH(at.shelf.has("pl-PL/settlement.md"), Catch::Contains("vault/templates/pl-PL: is a link"));
    fs::remove(at.own / "pl-PL");
    fs::create_directory(at.own / "pl-PL");
    fs::create_symlink("/nonexistent", at.own / "pl-PL/settlement.md");
    CHECK_THROWS_WITH(at.shelf.file("pl-PL/settlement.md"), Catch::Contains("settlement.md: is a link"));
    fs::remove_all(at.own);
    fs::create_symlink(at.shipped, at.own);
    CHECK_THROWS_WITH(at.shelf.names(), Catch::Contains("vault/templates: is a link"));
}

TEST_CASE("a file where the salon's folder is meant is told, not passed over") {
    Shelves at;
    Shelves::put(at.own);
    CHECK_THROWS_WITH(at.shelf.file("pl-PL/settlement.md"), Catch::Contains("it is a file"));
}

TEST_CASE("a program without its own folder is to be installed again") {
    Shelves at;
    fs::remove_all(at.shipped);
    CHECK_THROWS_WITH(at.shelf.names(), Catch::Contains("install ugoda again"));
}
