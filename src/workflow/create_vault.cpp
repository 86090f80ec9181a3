#include "workflow/create_vault.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "workflow/case_reader.h"

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

Findings check_salon_section(const Json& salon) {
    Findings findings;
    for (const char* field : {"salon_name", "salon_legal_form", "salon_address", "salon_tax_id",
                              "salon_registration", "salon_contact", "salon_representative",
                              "salon_representative_capacity", "privacy_contact"}) {
        const Json value = salon.value(field, Json());
        if (is_blank(value) || !value.is_string())
            findings.push_back({std::string("salon.") + field, "is missing",
                                "add it as it must stand on paper", Level::stop});
        else if (count_code_points(value.get<std::string>()) > 400)
            findings.push_back({std::string("salon.") + field, "is longer than 400 characters",
                                "shorten it", Level::stop});
    }
    return findings;
}

Findings check_staff(const Json& staff) {
    Findings findings;
    for (const Json& person : staff) {
        const std::string id = text_at(person, "id");
        const bool is_sound = !id.empty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        });
        if (!is_sound)
            findings.push_back({"staff.id", "'" + one_line(id) + "' is not an id",
                                "use up to 32 of a-z, 0-9, - and _ ; it stands in the log for ever, "
                                "so no name", Level::stop});
    }
    return findings;
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
    settings["salon"] = Json::object();
    for (const auto& member : salon.items())
        if (!is_blank(member.value())) settings["salon"][member.key()] = member.value();
    settings["staff"] = file.value("staff", Json::array());
    if (settings["staff"].empty())
        settings["staff"] = {{{"id", "owner"}, {"name", text_at(salon, "salon_representative")},
                              {"role", "owner"}}};
    settings["limits"] = {{"photo_megapixels", 60}, {"photo_megabytes", 60}, {"attachment_megabytes", 60}};
    if (file.contains("limits")) settings["limits"].update(file.at("limits"));
    settings["approved"] = file.value("approved", Json::array());
    return settings;
}

}  // namespace

Findings create_vault(const Workplace& workplace, const std::filesystem::path& salon_file) {
    const Json file = read_case_file(salon_file);
    const Json salon = salon_in(file);
    Findings findings = check_salon_section(salon);
    const Home* home = home_of(file);
    if (home == nullptr)
        findings.push_back({"locale", "the file does not say under which law the salon works",
                            "add locale = \"pl-PL\" (or it-IT, es-ES, el-GR, en-GB, en-IE)", Level::stop});
    append(findings, check_staff(file.value("staff", Json::array())));
    if (worst(findings) == Level::stop) return findings;
    const Json settings = settings_from(file, salon, *home);
    const std::string staff = text_at(settings.at("staff").at(0), "id");
    Vault::create(workplace.vault, settings, staff, workplace.surroundings);
    return findings;
}

}  // namespace ugoda
