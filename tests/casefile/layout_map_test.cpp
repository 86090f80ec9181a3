#include "casefile/layout_map.h"

#include <catch2/catch.hpp>

#include "base/error.h"

using namespace ugoda;

TEST_CASE("a layout map reads back what it wrote, to a hundredth of a millimetre") {
    LayoutMap map;
    map.pages = 3;
    map.boxes = {{BoxKind::signature, "client", 3, {20.25, 200.5, 75, 22}}, {BoxKind::corner, "top-left", 1, {7, 7, 8, 8}}};
    CHECK(layout_map_from(to_json(map), "layout 1") == map);
}

TEST_CASE("a layout map is whole numbers, so that its canonical form has no rounding of its own") {
    LayoutMap map;
    map.boxes = {{BoxKind::amount, "refund_amount", 1, {20.004, 100.006, 30, 4}}};
    CHECK(to_json(map).at("boxes").at(0).at("rect") == Json({2000, 10001, 3000, 400}));
}

TEST_CASE("what is not a layout map is refused by name") {
    CHECK_THROWS_WITH(layout_map_from(Json::object(), "layout 1"), Catch::Contains("layout 1: is not a layout map"));
    Json unknown = to_json(LayoutMap{});
    unknown["boxes"] = {{{"kind", "stamp"}, {"name", "x"}, {"page", 1}, {"rect", {0, 0, 1, 1}}}};
    CHECK_THROWS_AS(layout_map_from(unknown, "layout 1"), Error);
}
