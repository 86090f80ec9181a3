#include "intake/expectation.h"

#include "base/clock.h"
#include "base/text.h"
#include "casefile/calendar.h"
#include "casefile/money.h"

namespace ugoda {

namespace {

constexpr const char* amount_example =
    R"(an amount like {"amount_minor": 48000, "currency": "PLN"}, in whole cents)";

std::string listed(const std::vector<std::string>& choices) {
    std::string result;
    for (const std::string& choice : choices) result += (result.empty() ? "" : ", ") + choice;
    return result;
}

std::string bound(const Json& limits, const char* key, const std::string& word) {
    const auto found = limits.find(key);
    return found == limits.end() ? std::string() : word + found->dump();
}

std::string range(const Json& limits) {
    return bound(limits, "minimum", " from ") + bound(limits, "exclusiveMinimum", " above ") +
           bound(limits, "maximum", " up to ");
}

std::string text_of_length(const Field& field, const std::string& usual) {
    const auto length = field.limits.find("maxLength");
    return "a text of at most " + (length == field.limits.end() ? usual : length->dump()) +
           " characters";
}

}  // namespace

std::string expectation(const Field& field) {
    switch (field.type) {
        case FieldType::text:
            return text_of_length(field, "1000");
        case FieldType::long_text:
            return text_of_length(field, "50000");
        case FieldType::date:
            return "a date that exists, like 2026-03-12";
        case FieldType::time:
            return "a time of day, like 17:30";
        case FieldType::datetime:
            return "a moment with its offset, like 2026-03-12T17:30:00+01:00";
        case FieldType::money:
            return std::string(amount_example) +
                   (field.limits.empty() ? " and not negative" : " and more than nothing");
        case FieldType::integer:
            return "a whole number" + range(field.limits);
        case FieldType::decimal:
            return "a number" + range(field.limits);
        case FieldType::choice:
            return "one of " + listed(field.choices);
        case FieldType::boolean:
            return "true or false";
        case FieldType::list:
            if (!field.choices.empty()) return "a list of any of " + listed(field.choices);
            return field.limits.contains("items") ? "a list of the right kind" : "a list";
    }
    return {};
}

bool is_impossible(const Field& field, const Json& value) {
    if (field.type == FieldType::money) return !money_from(value);
    if (!value.is_string()) return false;
    const std::string text = value.get<std::string>();
    if (field.type == FieldType::date) return !parse_date(text);
    if (field.type == FieldType::time) return !parse_time(text);
    return field.type == FieldType::datetime && !parse_rfc3339(text);
}

std::string shown(const Json& value) {
    constexpr std::size_t longest = 40;
    const std::string start = shortened(
        one_line(value.is_string() ? value.get<std::string>() : value.dump()), longest);
    return value.is_string() ? "'" + start + "'" : start;
}

}  // namespace ugoda
