#include "workflow/form_list.h"

#include <array>
#include <utility>

#include "base/json_values.h"
#include "document/labels.h"
#include "workflow/record_wording.h"

namespace ugoda {

namespace {

std::string title_in(const Resources& resources, const std::string& locale, const std::string& form) {
    const Json labels = load_locale(resources.templates(), locale).labels;
    return text_at(labels.value("records", Json::object()), form);
}

std::vector<std::string> locales_with(const Resources& resources, const std::string& form) {
    std::vector<std::string> locales;
    for (const std::string& name : resources.templates().names())
        if (resources.templates().has(name + "/" + form + ".md")) locales.push_back(name);
    return locales;
}

std::string said(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

std::string joined(const Json& conditions, const char* word) {
    std::string text;
    for (const Json& each : conditions) {
        const bool is_nested = each.is_object() && each.size() == 1 &&
                               (each.contains("all") || each.contains("any"));
        text += (text.empty() ? "" : std::string(" ") + word + " ") +
                (is_nested ? "(" + in_words(each) + ")" : in_words(each));
    }
    return text;
}

/// `{0}` and `{1}` are the members of the argument.
std::string filled_in(std::string pattern, const Json& argument) {
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string mark = "{" + std::to_string(i) + "}";
        const auto at = pattern.find(mark);
        if (at == std::string::npos) continue;
        const Json value = argument.is_array() ? (i < argument.size() ? argument[i] : Json()) : argument;
        pattern.replace(at, mark.size(), said(value));
    }
    return pattern;
}

std::string need_of(const Field& field) {
    switch (field.need) {
        case Need::required: return "required";
        case Need::filled: return "filled";
        case Need::expected: return "expected";
        case Need::optional: return "optional";
    }
    return {};
}

}  // namespace

std::vector<FormLine> list_forms(const Resources& resources, const std::string& locale) {
    std::vector<FormLine> lines;
    for (const std::string& name : form_names(resources)) {
        const Form form = load_form(resources, name);
        lines.push_back({name, form.prefix, title_in(resources, locale, name), form.copies,
                         locales_with(resources, name)});
    }
    return lines;
}

std::string in_words(const Json& condition) {
    static constexpr std::array<std::pair<const char*, const char*>, 19> patterns{{
        {"has", "{0} is given"},
        {"true", "{0} is true"},
        {"is", "{0} is {1}"},
        {"in", "{0} is one of {1}"},
        {"contains", "{0} has {1} among it"},
        {"less", "{0} is less or earlier than {1}"},
        {"same", "{0} and {1} are the same"},
        {"same_currency", "{0} and {1} are of one currency"},
        {"mentions", "{0} mentions {1}"},
        {"shorter", "{0} has fewer than {1} characters"},
        {"sums_to", "{0} adds up to {1}"},
        {"days_after", "{2} is {1} days after {0}"},
        {"within_years", "fewer than {2} years lie between {0} and {1}"},
        {"within_days", "{1} comes before {2} days after {0}"},
        {"within_hours", "{1} is at most {2} hours after {0}"},
        {"over_before", "{0} was over before {1}"},
        {"says", "{0} says {1}"},
        {"iban", "{0} is a right IBAN"},
        {"some", "for some row of {0}: {1}"}}};
    if (!condition.is_object() || condition.size() != 1) return "always";
    const std::string operation = condition.begin().key();
    const Json& argument = condition.begin().value();
    if (operation == "all") return argument.empty() ? "always" : joined(argument, "and");
    if (operation == "any") return argument.empty() ? "never" : joined(argument, "or");
    if (operation == "not") return "not (" + in_words(argument) + ")";
    if (operation == "some" && argument.is_array() && argument.size() == 2)
        return "for some row of " + said(argument[0]) + ": " + in_words(argument[1]);
    for (const auto& [name, pattern] : patterns)
        if (operation == name) return filled_in(pattern, argument);
    return condition.dump();
}

Json to_json(const FormLine& line) {
    return {{"form", line.name}, {"prefix", line.prefix}, {"title", line.title}, {"copies", line.copies},
            {"locales", line.locales}};
}

Json described(const Form& form) {
    const Json source = parse_json(form.source, form.name);
    Json fields = Json::array();
    const Json& given = source.at("fields");
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        const Field& field = form.fields[i];
        Json line = {{"name", field.name}, {"type", given[i].at("type")}, {"need", need_of(field)}};
        if (!field.choices.empty()) line["choices"] = field.choices;
        if (!field.when.is_null()) line["when"] = in_words(field.when);
        for (const Field& column : field.columns) line["columns"].push_back(column.own_name());
        fields.push_back(std::move(line));
    }
    Json rules = Json::array();
    for (const Rule& rule : form.rules)
        rules.push_back({{"id", rule.id}, {"level", rule.level}, {"where", rule.where}, {"what", rule.what},
                         {"when", in_words(rule.when)}});
    return {{"form", form.name}, {"prefix", form.prefix}, {"section", form.section}, {"copies", form.copies},
            {"fields", fields}, {"rules", rules}};
}

}  // namespace ugoda
