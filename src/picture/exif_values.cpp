#include "picture/exif_values.h"

#include <cstdio>

#include "base/clock.h"
#include "base/text.h"

namespace ugoda {

namespace {

constexpr std::size_t longest_text = 200;

/// `2026:02:28` to `2026-02-28`; colons only where colons stand.
std::optional<std::string> date_part(const std::string& value) {
    if (value.size() != 10 || value[4] != ':' || value[7] != ':') return std::nullopt;
    return value.substr(0, 4) + '-' + value.substr(5, 2) + '-' + value.substr(8, 2);
}

/// Whole units; 30/1, 3000/100 and 30 5/10 are all 30.
std::optional<unsigned> whole(Fraction fraction) {
    if (fraction.denominator == 0) return std::nullopt;
    return fraction.numerator / fraction.denominator;
}

}  // namespace

std::string exif_text(const std::string& value) {
    const std::string bytes = value.substr(0, value.find('\0'));
    std::string text = clean_answer(is_utf8(bytes) ? bytes : one_line(bytes));
    for (char& c : text)
        if (c == '\n' || c == '\t') c = ' ';
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < longest_text; ++count)
        (void)next_code_point(text, end);
    return text.substr(0, end);
}

std::optional<std::string> exif_time(const std::string& value) {
    if (value.size() != 19 || value[10] != ' ') return std::nullopt;
    const auto date = date_part(value.substr(0, 10));
    if (!date) return std::nullopt;
    const std::string time = *date + 'T' + value.substr(11);
    return parse_rfc3339(time + 'Z') ? std::optional(time) : std::nullopt;
}

std::optional<std::string> exif_offset(const std::string& value) {
    const auto moment = parse_rfc3339("2000-01-01T00:00:00" + value);
    const bool usual = moment && value != "Z" && moment->offset_minutes >= -12 * 60 &&
                       moment->offset_minutes <= 14 * 60;
    return usual && value.size() == 6 ? std::optional(value) : std::nullopt;
}

std::optional<std::string> gps_time(const std::string& date, const Fractions& clock) {
    const auto day = date_part(date);
    const auto hour = whole(clock[0]), minute = whole(clock[1]), second = whole(clock[2]);
    if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    char time[16];
    std::snprintf(time, sizeof time, "T%02u:%02u:%02u", *hour, *minute, *second);
    const auto moment = parse_rfc3339(*day + time + "Z");
    return moment ? std::optional(to_rfc3339(*moment)) : std::nullopt;
}

std::string camera_name(const std::string& make, const std::string& model) {
    if (make.empty() || model.empty()) return make + model;
    const std::string brand = folded(make.substr(0, make.find(' ')));
    return folded(model).starts_with(brand) ? model : make + ' ' + model;
}

}  // namespace ugoda
