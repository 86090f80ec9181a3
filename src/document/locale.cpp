#include "document/locale.h"

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace ugoda {

namespace {

constexpr std::uintmax_t data_file_limit = 1u << 20;

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "none" : text;
}

}  // namespace

std::vector<std::string> locales_in(const Shelf& templates) {
    std::vector<std::string> locales;
    for (const std::string& name : templates.names())
        if (templates.has(name + "/locale.json")) locales.push_back(name);
    return locales;
}

Locale load_locale(const Shelf& templates, const std::string& name) {
    const auto names = locales_in(templates);
    if (std::find(names.begin(), names.end(), name) == names.end())
        throw Error(Fault::input, shortened(one_line(name), 40),
                    "there is no wording for it under that law; existing: " + listed(names),
                    "choose one of these: law goes with the wording, so a settlement under Polish "
                    "law in English (en-PL) would be another text, which does not exist yet");
    Locale locale;
    const auto read = [&](const std::string& file) {
        const std::string& path = locale.files[file] = templates.file(name + "/" + file).string();
        try {
            Json data = parse_json(read_file(path, data_file_limit, Fault::wording), path);
            if (data.is_object()) return data;
            throw Error(Fault::wording, path, "it is not a JSON object",
                        "see templates/README.md");
        } catch (const Error& e) {
            throw Error(Fault::wording, e.where(), e.text(), e.remedy());
        }
    };
    locale.name = name;
    locale.icu = name;
    std::replace(locale.icu.begin(), locale.icu.end(), '-', '_');
    locale.language = name.substr(0, name.find('-'));
    locale.country = name.substr(name.find('-') + 1);
    locale.format = read("locale.json");
    locale.money = read("money.json");
    locale.labels = read("labels.json");
    locale.sources = canonical_json({{"labels.json", locale.labels},
                                     {"locale.json", locale.format},
                                     {"money.json", locale.money}});
    return locale;
}

}  // namespace ugoda
