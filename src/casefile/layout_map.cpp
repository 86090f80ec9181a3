#include "casefile/layout_map.h"

#include <array>
#include <cmath>
#include <string_view>

#include "base/error.h"

namespace ugoda {

namespace {

// DO NOT REORDER: the positions are those of BoxKind.
constexpr std::array<std::string_view, 8> kind_names{"signature", "initials", "pen",  "date",
                                                     "amount",    "photograph", "code", "corner"};

std::int64_t hundredths(double millimetres) { return std::llround(millimetres * 100); }
double millimetres(const Json& value) { return static_cast<double>(value.get<std::int64_t>()) / 100; }

BoxKind kind_named(const std::string& name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i)
        if (kind_names[i] == name) return static_cast<BoxKind>(i);
    throw Json::other_error::create(501, "unknown kind of box", nullptr);
}

}  // namespace

Json to_json(const LayoutMap& map) {
    Json boxes = Json::array();
    for (const Box& box : map.boxes)
        boxes.push_back({{"kind", kind_names.at(static_cast<std::size_t>(box.kind))},
                         {"name", box.name},
                         {"page", box.page},
                         {"rect", {hundredths(box.at.x), hundredths(box.at.y),
                                   hundredths(box.at.width), hundredths(box.at.height)}}});
    return {{"v", 1},
            {"unit", "mm/100"},
            {"page", {hundredths(map.page_width), hundredths(map.page_height)}},
            {"pages", map.pages},
            {"boxes", boxes}};
}

LayoutMap layout_map_from(const Json& value, const std::string& where) {
    try {
        LayoutMap map;
        map.page_width = millimetres(value.at("page").at(0));
        map.page_height = millimetres(value.at("page").at(1));
        map.pages = value.at("pages").get<int>();
        for (const Json& box : value.at("boxes")) {
            const Json& rect = box.at("rect");
            map.boxes.push_back({kind_named(box.at("kind").get<std::string>()),
                                 box.at("name").get<std::string>(), box.at("page").get<int>(),
                                 {millimetres(rect.at(0)), millimetres(rect.at(1)),
                                  millimetres(rect.at(2)), millimetres(rect.at(3))}});
        }
        return map;
    } catch (const Json::exception&) {
        throw Error(Fault::storage, where, "is not a layout map", "run ugoda verify");
    }
}

}  // namespace ugoda
