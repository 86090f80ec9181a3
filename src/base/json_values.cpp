#include "base/json_values.h"

#include <string>
#include <utility>

namespace ugoda {

std::int64_t number_at(const Json& object, std::string_view key) {
    if (!object.is_object()) return 0;
    const auto found = object.find(std::string(key));
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

Json list_at(const Json& object, std::string_view key) {
    if (!object.is_object()) return Json::array();
    const auto found = object.find(std::string(key));
    return found != object.end() && found->is_array() ? *found : Json::array();
}

Json without_nulls(Json value) {
    if (value.is_object()) {
        Json kept = Json::object();
        for (auto& member : value.items())
            if (!member.value().is_null()) kept[member.key()] = without_nulls(std::move(member.value()));
        return kept;
    }
    if (value.is_array()) {
        Json kept = Json::array();
        for (Json& element : value)
            if (!element.is_null()) kept.push_back(without_nulls(std::move(element)));
        return kept;
    }
    return value;
}

}  // namespace ugoda
