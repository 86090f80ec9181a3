// Calendar days and times of day as people write them down, without a zone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ugoda {

/// A day of the proleptic Gregorian calendar; always one that exists.
struct Date {
    int year = 1970, month = 1, day = 1;
    auto operator<=>(const Date&) const = default;
};

/// `2026-03-12`. Nothing when no such day exists.
[[nodiscard]] std::optional<Date> parse_date(std::string_view iso);
[[nodiscard]] std::string to_iso(Date date);
[[nodiscard]] long days_between(Date from, Date to);
[[nodiscard]] Date plus_days(Date date, long days);

struct TimeOfDay {
    int hour = 0, minute = 0;
    auto operator<=>(const TimeOfDay&) const = default;
};

/// `17:30`, 00:00 to 23:59.
[[nodiscard]] std::optional<TimeOfDay> parse_time(std::string_view text);

}  // namespace ugoda
