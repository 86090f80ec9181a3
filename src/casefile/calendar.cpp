#include "casefile/calendar.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace ugoda {

namespace {

using namespace std::chrono;

sys_days as_days(Date date) {
    return year_month_day{year(date.year), month(static_cast<unsigned>(date.month)),
                          day(static_cast<unsigned>(date.day))};
}

/// The number in `text` if it is all digits, else -1.
int digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? -1 : value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const int y = digits(iso.substr(0, 4)), m = digits(iso.substr(5, 2)), d = digits(iso.substr(8, 2));
    if (y < 1 || m < 1 || d < 1) return std::nullopt;
    const year_month_day date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
    if (!date.ok()) return std::nullopt;
    return Date{y, m, d};
}

std::string to_iso(Date date) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

long days_between(Date from, Date to) { return (as_days(to) - as_days(from)).count(); }

Date plus_days(Date date, long count) {
    const year_month_day moved{as_days(date) + days(count)};
    return {int(moved.year()), static_cast<int>(unsigned(moved.month())),
            static_cast<int>(unsigned(moved.day()))};
}

Date plus_months(Date date, int months) {
    const int since_year_0 = date.year * 12 + date.month - 1 + months;
    const int y = since_year_0 / 12, m = since_year_0 % 12 + 1;
    const year_month_day_last end{year(y), month_day_last(month(static_cast<unsigned>(m)))};
    return {y, m, std::min(date.day, static_cast<int>(unsigned(end.day())))};
}

Date plus_working_days(Date date, int count) {
    sys_days at = as_days(date);
    while (count > 0) {
        at += days(1);
        const weekday today(at);
        if (today != Saturday && today != Sunday) --count;
    }
    return plus_days(date, (at - as_days(date)).count());
}

std::optional<TimeOfDay> parse_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const int hour = digits(text.substr(0, 2)), minute = digits(text.substr(3, 2));
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    return TimeOfDay{hour, minute};
}

}  // namespace ugoda
