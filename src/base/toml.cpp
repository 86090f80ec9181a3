#include "base/toml.h"

#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <sstream>

#include "base/error.h"

namespace ugoda {

namespace {

std::string iso_text(const auto& moment) {
    std::ostringstream out;
    out << moment;
    return out.str();
}

Json to_json(const toml::node& node) {
    if (const auto* table = node.as_table()) {
        Json object = Json::object();
        for (const auto& [key, value] : *table) object[std::string(key.str())] = to_json(value);
        return object;
    }
    if (const auto* array = node.as_array()) {
        Json list = Json::array();
        for (const auto& value : *array) list.push_back(to_json(value));
        return list;
    }
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return number->get();
    if (const auto* number = node.as_floating_point()) return number->get();
    if (const auto* truth = node.as_boolean()) return truth->get();
    if (const auto* date = node.as_date()) return iso_text(date->get());
    if (const auto* time = node.as_time()) return iso_text(time->get()).substr(0, 5);
    if (const auto* moment = node.as_date_time()) return iso_text(moment->get());
    return nullptr;
}

void insert(toml::table& table, const std::string& key, const Json& value);

toml::table to_table(const Json& object) {
    toml::table table;
    for (const auto& member : object.items()) insert(table, member.key(), member.value());
    return table;
}

void push(toml::array& array, const Json& value) {
    if (value.is_object()) array.push_back(to_table(value));
    if (value.is_string()) array.push_back(value.get<std::string>());
    if (value.is_boolean()) array.push_back(value.get<bool>());
    if (value.is_number_integer()) array.push_back(value.get<std::int64_t>());
    if (value.is_number_float()) array.push_back(value.get<double>());
}

void insert(toml::table& table, const std::string& key, const Json& value) {
    if (value.is_object()) table.insert(key, to_table(value));
    if (value.is_string()) table.insert(key, value.get<std::string>());
    if (value.is_boolean()) table.insert(key, value.get<bool>());
    if (value.is_number_integer()) table.insert(key, value.get<std::int64_t>());
    if (value.is_number_float()) table.insert(key, value.get<double>());
    if (value.is_array()) {
        toml::array array;
        for (const Json& element : value) push(array, element);
        table.insert(key, std::move(array));
    }
}

}  // namespace

Json parse_toml(std::string_view text, const std::string& where) {
    try {
        return to_json(toml::parse(text, where));
    } catch (const toml::parse_error& e) {
        const auto at = e.source().begin;
        throw Error(Fault::input, where,
                    "line " + std::to_string(at.line) + ", column " + std::to_string(at.column) +
                        ": is not TOML (" + std::string(e.description()) + ")",
                    "correct that line");
    }
}

std::string to_toml(const Json& object) {
    std::ostringstream out;
    out << toml::toml_formatter{to_table(object), toml::toml_formatter::default_flags &
                                                      ~toml::format_flags::allow_literal_strings}
        << '\n';
    return out.str();
}

}  // namespace ugoda
