#include "document/labels.h"

#include "base/error.h"

namespace ugoda {

namespace {

std::string at(const Locale& locale, const std::string& group, const std::string& key) {
    const auto found = locale.labels.find(group);
    std::string text = found == locale.labels.end() ? std::string() : text_at(*found, key);
    if (text.empty())
        throw Error(Fault::wording, locale.files.at("labels.json"),
                    "there is no '" + key + "' among its " + group, "add it in that language");
    return text;
}

}  // namespace

std::string word(const Locale& locale, const std::string& key, const Insertions& insertions) {
    return filled(at(locale, "words", key), insertions,
                  locale.files.at("labels.json"));
}

std::string field_label(const Locale& locale, const std::string& field) {
    return at(locale, "fields", field);
}

std::string record_label(const Locale& locale, const std::string& form) {
    return at(locale, "records", form);
}

std::string value_label(const Locale& locale, const std::string& field, const std::string& value) {
    const auto groups = locale.labels.find("values");
    const auto group = groups == locale.labels.end() ? groups : groups->find(field);
    std::string text = groups == locale.labels.end() || group == groups->end()
                           ? std::string()
                           : text_at(*group, value);
    if (text.empty())
        throw Error(Fault::wording, locale.files.at("labels.json"),
                    "the value '" + value + "' of " + field + " has no label",
                    "add it under values, " + field);
    return text;
}

std::string filled(const std::string& pattern, const Insertions& insertions,
                   const std::string& where) {
    std::string text;
    std::size_t at = 0;
    for (auto open = pattern.find('{'); open != std::string::npos; open = pattern.find('{', at)) {
        const auto close = pattern.find('}', open);
        const auto found = close == std::string::npos
                               ? insertions.end()
                               : insertions.find(pattern.substr(open + 1, close - open - 1));
        if (found == insertions.end())
            throw Error(Fault::wording, where, "'" + pattern + "' names something unknown here",
                        "see templates/README.md for the names each text may use");
        text += pattern.substr(at, open - at) + found->second;
        at = close + 1;
    }
    return text + pattern.substr(at);
}

}  // namespace ugoda
