#include "workflow/check_settings.h"

#include <algorithm>
#include <string>

#include "base/clock.h"
#include "base/error.h"
#include "base/json_values.h"
#include "base/text.h"
#include "intake/answers.h"
#include "workflow/name_authority.h"

namespace ugoda {

namespace {

Finding stop(const std::string& where, const std::string& what, const std::string& remedy) {
    return {where, what, remedy, Level::stop};
}

/// A field of the salon section; `most` characters are no more than the forms take.
struct SalonText {
    const char* field;
    std::size_t most;
    bool is_needed = true;
};

constexpr SalonText salon_texts[] = {
    {"salon_name", 200},         {"salon_legal_form", 200},
    {"salon_address", 400},      {"salon_tax_id", 200},
    {"salon_registration", 200}, {"salon_contact", 400},
    {"salon_representative", 200}, {"salon_representative_capacity", 200},
    {"privacy_contact", 400},    {"insurer_name", 200, false},
    {"policy_number", 200, false}, {"authority_file", 400, false}};

Findings check_salon_section(const Json& salon) {
    const Json clean = cleaned(salon);
    Findings findings;
    for (const auto& [field, most, is_needed] : salon_texts) {
        const std::string where = std::string("salon.") + field, text = text_at(clean, field);
        if (text.empty() && is_needed)
            findings.push_back(stop(where, "is missing", "add it as it must stand on paper"));
        if (count_code_points(text) > most)
            findings.push_back(stop(where, "is longer than " + std::to_string(most) + " characters", "shorten it"));
    }
    return findings;
}

bool is_staff_id(const std::string& id) {
    return !id.empty() && id.size() <= 32 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

Findings check_staff(const Json& staff) {
    if (!staff.is_array() || staff.empty())
        return {stop("staff", "names nobody", "add [[staff]] with id, name and role")};
    Findings findings;
    for (const Json& person : staff)
        if (!is_staff_id(text_at(person, "id")))
            findings.push_back(stop("staff.id", "'" + one_line(text_at(person, "id")) + "' is not an id",
                                    "use up to 32 of a-z, 0-9, - and _ ; it stands in the log for ever, so no name"));
    return findings;
}

Findings check_limits(const Json& limits) {
    if (!limits.is_object()) return {stop("limits", "is not a table", "write it as [limits]")};
    Findings findings;
    for (const auto& limit : limits.items()) {
        const std::int64_t value = number_at(limits, limit.key());
        if (value < 1 || value > 1000)
            findings.push_back(stop("limits." + one_line(limit.key()), "is not a whole number from 1 to 1000",
                                    "write one, such as 60"));
    }
    return findings;
}

Findings check_backup(const Json& backup) {
    const std::int64_t days = backup.is_object() ? number_at(backup, "warn_after_days") : 0;
    if (backup.is_null() || (days >= 1 && days <= 1000)) return {};
    return {stop("backup.warn_after_days", "is not a whole number from 1 to 1000", "write one, such as 7")};
}

Findings check_time_zone(const std::string& time_zone) try {
    (void)in_zone(0, time_zone);
    return {};
} catch (const Error& error) {
    return {stop("time_zone", error.text(), error.remedy())};
}

}  // namespace

Findings check_settings(const Json& settings) {
    Findings findings = check_salon_section(settings.value("salon", Json()));
    append(findings, check_staff(settings.value("staff", Json())));
    append(findings, check_limits(settings.value("limits", Json::object())));
    append(findings, check_backup(settings.value("backup", Json())));
    append(findings, check_time_zone(text_at(settings, "time_zone")));
    if (text_at(settings, "locale").empty())
        findings.push_back(stop("locale", "is missing", "write one such as locale = \"pl-PL\""));
    if (text_at(settings, "currency").size() != 3)
        findings.push_back(stop("currency", "is not a currency code", "write one such as currency = \"PLN\""));
    if (!settings.value("approved", Json::array()).is_array())
        findings.push_back(stop("approved", "is not a list", "write each approval as [[approved]]"));
    append(findings, check_authority(settings.value("timestamp", Json())));
    return findings;
}

}  // namespace ugoda
