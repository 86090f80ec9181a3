// How one answer is printed: value_text() of document/locale.h.
#include <cmath>

#include "base/clock.h"
#include "base/error.h"
#include "base/language.h"
#include "casefile/calendar.h"
#include "document/labels.h"
#include "document/locale.h"

namespace ugoda {

namespace {

[[noreturn]] void refuse(const Field& field, const std::string& what) {
    throw Error(Fault::input, field.name, "its answer is not " + what, "correct the answer");
}

std::string text_of(const Field& field, const Json& value, const std::string& what) {
    if (!value.is_string()) refuse(field, what);
    return value.get<std::string>();
}

std::string date_of(const Field& field, const std::string& iso, const Locale& locale) {
    const auto date = parse_date(iso);
    if (!date) refuse(field, "a date such as 2026-03-12");
    return date_text(date->year, date->month, date->day, text_at(locale.format, "date"),
                     locale.icu);
}

std::string time_of(const Field& field, const std::string& text) {
    if (!parse_time(text)) refuse(field, "a time such as 17:30");
    return text;
}

/// The day and hour as written down, in whatever offset that was.
std::string moment_of(const Field& field, const std::string& text, const Locale& locale) {
    constexpr std::size_t day = 10, minute = 5;
    if (text.size() < day + 1 + minute || text[day] != 'T')
        refuse(field, "a moment such as 2026-03-12T17:30:00+01:00");
    return filled(text_at(locale.format, "date_time"),
                  {{"date", date_of(field, text.substr(0, day), locale)},
                   {"time", time_of(field, text.substr(day + 1, minute))}},
                  locale.files.at("locale.json"));
}

/// As many digits after the point as it has, six at most.
std::string decimal_of(const Field& field, const Json& value, const Locale& locale) {
    if (!value.is_number()) refuse(field, "a number");
    const double number = value.get<double>();
    constexpr double largest = 1e12;
    if (!(std::abs(number) < largest)) refuse(field, "a number that can be printed");
    double scale = 1;
    int digits = 0;
    constexpr int most_digits = 6;
    while (digits < most_digits && std::abs(std::round(number * scale) / scale - number) > 1e-9) {
        scale *= 10;
        ++digits;
    }
    return decimal_text(std::llround(number * scale), digits, locale.icu);
}

std::string member_of(const Field& field, const Json& value, const Locale& locale) {
    if (const auto money = money_from(value)) return money_text(*money, locale);
    if (value.is_number_integer()) return value.dump();
    const std::string text = text_of(field, value, "a list of texts or numbers");
    return field.choices.empty() ? text : value_label(locale, field.name, text);
}

std::string list_of(const Field& field, const Json& value, const Locale& locale) {
    if (!value.is_array()) refuse(field, "a list");
    if (value.empty()) return word(locale, "none");
    std::string text;
    for (const Json& member : value)
        text += (text.empty() ? "" : list_separator(locale)) + member_of(field, member, locale);
    return text;
}

}  // namespace

std::string list_separator(const Locale& locale) {
    return locale.format.value("list_separator", std::string("; "));
}

std::string value_text(const Field& field, const Json& value, const Locale& locale) {
    switch (field.type) {
        case FieldType::text:
        case FieldType::long_text:
            return text_of(field, value, "a text");
        case FieldType::date:
            return date_of(field, text_of(field, value, "a date"), locale);
        case FieldType::time:
            return time_of(field, text_of(field, value, "a time"));
        case FieldType::datetime:
            return moment_of(field, text_of(field, value, "a moment"), locale);
        case FieldType::money: {
            const auto money = money_from(value);
            if (!money) refuse(field, "an amount of money");
            return money_text(*money, locale);
        }
        case FieldType::integer:
            if (!value.is_number_integer()) refuse(field, "a whole number");
            return value.dump();
        case FieldType::decimal:
            return decimal_of(field, value, locale);
        case FieldType::choice:
            return value_label(locale, field.name, text_of(field, value, "one of its choices"));
        case FieldType::boolean:
            if (!value.is_boolean()) refuse(field, "yes or no");
            return word(locale, value.get<bool>() ? "yes" : "no");
        case FieldType::list:
            return list_of(field, value, locale);
    }
    refuse(field, "of a known type");
}

}  // namespace ugoda
