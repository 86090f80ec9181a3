#include "base/files.h"

#include <catch2/catch.hpp>

#include "support/temporary_folder.h"

using namespace ugoda;

TEST_CASE("a file written durably reads back with the mode asked for") {
    const TemporaryFolder folder;
    write_file_durably(folder / "a", "bytes", 0600);
    CHECK(read_file(folder / "a", 100, Fault::input) == "bytes");
    CHECK((std::filesystem::status(folder / "a").permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("writing a file again leaves no temporary behind") {
    const TemporaryFolder folder;
    write_file_durably(folder / "a", "one", 0600);
    write_file_durably(folder / "a", "two", 0600);
    CHECK(read_file(folder / "a", 100, Fault::input) == "two");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a file past the limit is refused before it is read") {
    const TemporaryFolder folder;
    write_file_durably(folder / "a", "0123456789", 0600);
    CHECK_THROWS_WITH(read_file(folder / "a", 9, Fault::input), Catch::Contains("too large (10 bytes, at most 9"));
}

TEST_CASE("a folder where a file is meant is named as one") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(read_file(folder.path(), 9, Fault::input), Catch::Contains("is a folder"));
}

TEST_CASE("a pipe where a file is meant is not waited for") {
    CHECK_THROWS_WITH(read_file("/dev/null", 9, Fault::input), Catch::Contains("is not a file"));
}

TEST_CASE("a missing file is the fault of whoever named it") {
    try {
        (void)read_file("/nonexistent/file", 9, Fault::storage);
        FAIL("was read");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::storage);
        CHECK(error.where() == "/nonexistent/file");
    }
}

TEST_CASE("writing where nothing can be written is a storage error and leaves nothing") {
    const TemporaryFolder folder;
    CHECK_THROWS_AS(write_file_durably(folder / "no/such/a", "x", 0600), Error);
}

TEST_CASE("a path with dots or a link does not leave its folder unseen") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "in");
    std::filesystem::create_symlink("/etc/hostname", folder / "in/link");
    CHECK(is_inside(folder / "in/photo.jpg", folder / "in"));
    CHECK(is_inside(folder / "in/../in/photo.jpg", folder / "in"));
    CHECK_FALSE(is_inside(folder / "in/../photo.jpg", folder / "in"));
    CHECK_FALSE(is_inside(folder / "in/link", folder / "in"));
}
