#include "workflow/create_vault.h"

#include <algorithm>
#include <array>

#include "workflow/case_reader.h"
#include "workflow/check_settings.h"
#include "workflow/seals.h"

namespace ugoda {

namespace {

struct Home {
    std::string_view country, language, locale, currency, time_zone;
};

constexpr std::array<Home, 6> homes{{{"PL", "pl", "pl-PL", "PLN", "Europe/Warsaw"},
                                     {"IT", "it", "it-IT", "EUR", "Europe/Rome"},
                                     {"ES", "es", "es-ES", "EUR", "Europe/Madrid"},
                                     {"GR", "el", "el-GR", "EUR", "Europe/Athens"},
                                     {"GB", "en", "en-GB", "GBP", "Europe/London"},
                                     {"IE", "en", "en-IE", "EUR", "Europe/Dublin"}}};

/// The salon section, or the whole file when its fields stand at the top.
Json salon_in(const Json& file) {
    if (file.contains("salon")) return file.at("salon");
    Json salon = Json::object();
    for (const auto& member : file.items())
        if (member.key().starts_with("salon_") || member.key() == "privacy_contact" ||
            member.key() == "insurer_name" || member.key() == "policy_number")
            salon[member.key()] = member.value();
    return salon;
}

const Home* home_of(const Json& file) {
    const std::string locale = text_at(file, "locale"), country = text_at(file, "jurisdiction");
    const std::string language = text_at(file, "language");
    const auto found = std::find_if(homes.begin(), homes.end(), [&](const Home& home) {
        if (!locale.empty()) return home.locale == locale;
        return home.country == country && (language.empty() || home.language == language);
    });
    return found == homes.end() ? nullptr : &*found;
}

Json settings_from(const Json& file, const Json& salon, const Home& home) {
    Json settings = {{"locale", home.locale}, {"country", home.country},
                     {"currency", home.currency}, {"time_zone", home.time_zone}};
    for (const char* key : {"currency", "time_zone"})
        if (!text_at(file, key).empty()) settings[key] = text_at(file, key);
    settings["salon"] = salon;
    settings["staff"] = file.value("staff", Json::array());
    if (settings["staff"].is_array() && settings["staff"].empty())
        settings["staff"] = {{{"id", "owner"}, {"name", text_at(salon, "salon_representative")},
                              {"role", "owner"}}};
    settings["limits"] = {{"photo_megapixels", 60}, {"photo_megabytes", 60}, {"attachment_megabytes", 60}};
    const Json limits = file.value("limits", Json::object());
    if (limits.is_object())
        settings["limits"].update(limits);
    else
        settings["limits"] = limits;
    settings["approved"] = file.value("approved", Json::array());
    return settings;
}

}  // namespace

Findings create_vault(const Workplace& workplace, const std::filesystem::path& salon_file) {
    const Json file = read_case_file(salon_file);
    const Home* home = home_of(file);
    if (home == nullptr)
        return {{"locale", "the file does not say under which law the salon works",
                 "add locale = \"pl-PL\" (or it-IT, es-ES, el-GR, en-GB, en-IE)", Level::stop}};
    const Json settings = settings_from(file, salon_in(file), *home);
    Findings findings = check_settings(settings);
    if (worst(findings) == Level::stop) return findings;
    Vault::create(workplace.vault, settings, text_at(settings.at("staff").at(0), "id"), workplace.surroundings,
                  made_seal(text_at(settings.at("salon"), "salon_name"), present_time(workplace, text_at(settings, "time_zone"))));
    return findings;
}

}  // namespace ugoda
