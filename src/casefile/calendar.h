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
/// The same day so many months later, or the last day of that month when it has no such day:
/// 31 January and a month is 28 or 29 February.
[[nodiscard]] Date plus_months(Date date, int months);
/// So many days later of which none is a Saturday or a Sunday. Holidays count: with them it could
/// only be later.
[[nodiscard]] Date plus_working_days(Date date, int days);

struct TimeOfDay {
    int hour = 0, minute = 0;
    auto operator<=>(const TimeOfDay&) const = default;
};

/// `17:30`, 00:00 to 23:59.
[[nodiscard]] std::optional<TimeOfDay> parse_time(std::string_view text);

}  // namespace ugoda
