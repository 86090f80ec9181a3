#include "workflow/places_to_sign.h"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace ugoda {

namespace {

double points(double millimetres) { return millimetres * 72 / 25.4; }

/// Over the first box of the first of these names that has one.
FieldPlace place(const LayoutMap& map, const std::string& field, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto box = std::find_if(map.boxes.begin(), map.boxes.end(), [&](const Box& one) {
            return one.kind == BoxKind::signature && one.name == name;
        });
        if (box == map.boxes.end()) continue;
        const double left = points(box->at.x), top = points(map.page_height - box->at.y);
        return {field, box->page, left, top - points(box->at.height), left + points(box->at.width), top};
    }
    return {field};
}

}  // namespace

std::vector<FieldPlace> places_to_sign(const LayoutMap& map) {
    return {place(map, "salon", {"salon"}), place(map, "client", {"client", "guardian"})};
}

}  // namespace ugoda
