// Photographs that only the worker opens, on their whole way into a case.
#include <catch2/catch.hpp>

#include "picture/made_risky_pictures.h"
#include "workflow/salon.h"

using namespace ugoda;

namespace {

std::filesystem::path file_of(const Salon& salon, const std::string& name, const std::string& bytes) {
    write_file_durably(salon.path(name), bytes, 0600);
    return salon.path(name);
}

}  // namespace

TEST_CASE("HEIC, WebP and TIFF are taken into a case, whatever they are called, and printed") {
    Salon salon;
    const std::string number = salon.open("pl-nails.json");
    const AddedFiles added = add_photos(salon.place(), number,
                                        {{file_of(salon, "a.jpg", test::four_corners_heic(320, 192)), "before"},
                                         {file_of(salon, "b.png", test::four_corners_webp(320, 192)), "after"},
                                         {file_of(salon, "c", test::four_corners_tiff(320, 192)), "followup"}});
    REQUIRE(added.added.size() == 3);
    CHECK(salon.issue("settlement", number).files.size() == 2);
    CHECK(salon.is_intact());
}

TEST_CASE("a picture that the worker refuses leaves the case as it was") {
    Salon salon;
    const std::string number = salon.open("pl-nails.json");
    const std::size_t had = open_vault(salon.place(), Access::read).size();
    const std::string half = test::four_corners_heic(320, 192).substr(0, 400);
    const AddedFiles refused = add_photos(salon.place(), number, {{file_of(salon, "half.heic", half), "before"}});
    CHECK(refused.added.empty());
    REQUIRE(worst(refused.findings) == Level::stop);
    CHECK(refused.findings.front().where == "half.heic");
    CHECK(open_vault(salon.place(), Access::read).size() == had);
    CHECK(salon.is_intact());
}
