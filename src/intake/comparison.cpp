#include "intake/comparison.h"

#include <map>
#include <string>

#include "base/clock.h"
#include "casefile/calendar.h"
#include "casefile/money.h"

namespace ugoda {

namespace {

/// The ordered value of a number or an amount: minor units for money.
std::optional<double> as_number(const Json& value) {
    if (const auto money = money_from(value)) return static_cast<double>(money->minor);
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

std::partial_ordering compare_numbers(const Json& a, const Json& b) {
    const auto one = money_from(a), other = money_from(b);
    if (one && other && one->currency != other->currency) return std::partial_ordering::unordered;
    const auto left = as_number(a), right = as_number(b);
    if (!left || !right) return std::partial_ordering::unordered;
    return *left <=> *right;
}

std::optional<Date> date_of(const std::string& text) {
    return parse_rfc3339(text) ? parse_date(text.substr(0, 10)) : parse_date(text);
}

std::optional<TimeOfDay> time_of(const std::string& text) {
    return parse_rfc3339(text) ? parse_time(text.substr(11, 5)) : parse_time(text);
}

template <typename T>
std::partial_ordering order(const std::optional<T>& a, const std::optional<T>& b) {
    if (!a || !b) return std::partial_ordering::unordered;
    return *a <=> *b;
}

std::partial_ordering compare_times(const std::string& a, const std::string& b) {
    const auto one = parse_rfc3339(a), other = parse_rfc3339(b);
    if (one && other) return one->seconds <=> other->seconds;
    const auto by_date = order(date_of(a), date_of(b));
    return by_date == std::partial_ordering::unordered ? order(time_of(a), time_of(b)) : by_date;
}

/// Letters and digits only; anything but those and blanks makes it empty.
std::string account_characters(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9', letter = c >= 'A' && c <= 'Z';
        if (digit || letter)
            result += c;
        else if (c >= 'a' && c <= 'z')
            result += static_cast<char>(c - 'a' + 'A');
        else if (c != ' ')
            return {};
    }
    return result;
}

/// ISO 7064 MOD 97-10 over the number with its first four characters moved to the end.
int check_remainder(const std::string& iban) {
    int remainder = 0;
    for (const char c : iban.substr(4) + iban.substr(0, 4)) {
        const int value = c >= 'A' ? c - 'A' + 10 : c - '0';
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
}

}  // namespace

std::partial_ordering compare(const Json& a, const Json& b) {
    if (a.is_string() && b.is_string())
        return compare_times(a.get<std::string>(), b.get<std::string>());
    return compare_numbers(a, b);
}

bool sums_to(const Json& parts, const Json& total) {
    const auto expected = money_from(total);
    if (!expected || !parts.is_array()) return false;
    std::int64_t sum = 0;
    for (const Json& part : parts) {
        const auto money =
            part.is_object() ? money_from(part.value("money", Json())) : std::nullopt;
        if (!money || money->currency != expected->currency) return false;
        if (__builtin_add_overflow(sum, money->minor, &sum)) return false;
    }
    return sum == expected->minor;
}

bool is_days_after(const Json& from, const Json& days, const Json& to) {
    if (!from.is_string() || !to.is_string() || !days.is_number_integer()) return false;
    const auto start = date_of(from.get<std::string>()), end = date_of(to.get<std::string>());
    return start && end && days_between(*start, *end) == days.get<std::int64_t>();
}

bool is_within_years(const Json& from, const Json& to, int years) {
    if (!from.is_string() || !to.is_string()) return false;
    const auto start = date_of(from.get<std::string>()), end = date_of(to.get<std::string>());
    if (!start || !end) return false;
    return *end < Date{start->year + years, start->month, start->day};
}

bool is_within_days(const Json& from, const Json& to, int days) {
    if (!from.is_string() || !to.is_string()) return false;
    const auto start = date_of(from.get<std::string>()), end = date_of(to.get<std::string>());
    return start && end && *end < plus_days(*start, days);
}

bool is_within_hours(const Json& from, const Json& to, int hours) {
    constexpr std::int64_t seconds_an_hour = 3600;
    if (!from.is_string() || !to.is_string()) return false;
    const auto start = parse_rfc3339(from.get<std::string>());
    const auto end = parse_rfc3339(to.get<std::string>());
    return start && end && end->seconds <= start->seconds + hours * seconds_an_hour;
}

bool is_over_before(const Json& last, const Json& date) {
    constexpr std::size_t month_length = 7;
    if (!last.is_string() || !date.is_string()) return false;
    const std::string text = last.get<std::string>();
    const auto day = date_of(date.get<std::string>());
    if (!day) return false;
    if (const auto end = parse_date(text)) return *end < *day;
    const auto month = text.size() == month_length ? parse_date(text + "-01") : std::nullopt;
    return month && std::pair(month->year, month->month) < std::pair(day->year, day->month);
}

bool is_iban(std::string_view text) {
    static const std::map<std::string, std::size_t> lengths{{"ES", 24}, {"GB", 22}, {"GR", 27},
                                                            {"IE", 22}, {"IT", 27}, {"PL", 28}};
    std::string iban = account_characters(text);
    const bool only_digits = iban.find_first_not_of("0123456789") == std::string::npos;
    if (iban.size() == 26 && only_digits) iban = "PL" + iban;
    if (iban.size() < 15 || iban.size() > 34 || iban[0] < 'A' || iban[1] < 'A') return false;
    const auto length = lengths.find(iban.substr(0, 2));
    if (length != lengths.end() && length->second != iban.size()) return false;
    return check_remainder(iban) == 1;
}

}  // namespace ugoda
