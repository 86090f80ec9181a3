#include "base/clock.h"

#include <unicode/timezone.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>

#include "base/error.h"

namespace ugoda {

namespace {

using namespace std::chrono;

std::unique_ptr<icu::TimeZone> zone_named(const std::string& name) {
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(name.c_str()));
    if (*zone == icu::TimeZone::getUnknown())
        throw Error(Fault::input, "time_zone", "'" + name + "' is not a time zone",
                    "write one like Europe/Warsaw");
    return zone;
}

/// `count` digits at `at`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/// `value` with at least that many digits.
void add_digits(std::string& text, int value, std::size_t count) {
    const std::string digits = std::to_string(value);
    if (digits.size() < count) text.append(count - digits.size(), '0');
    text += digits;
}

/// Minutes east of UTC from `Z`, `+hh:mm` or `-hh:mm`.
std::optional<int> parse_offset(std::string_view text) {
    if (text == "Z") return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
    const int hours = digits(text, 1, 2), minutes = digits(text, 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
    return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

}  // namespace

std::string to_rfc3339(Instant instant) {
    const sys_seconds local{seconds(instant.seconds + instant.offset_minutes * 60)};
    const sys_days day = floor<days>(local);
    const year_month_day date{day};
    const hh_mm_ss time{local - day};
    const int offset = std::abs(instant.offset_minutes);
    std::string text;  // by hand: every header has one, and is written again to be checked
    add_digits(text, int(date.year()), 4);
    add_digits(text += '-', int(unsigned(date.month())), 2);
    add_digits(text += '-', int(unsigned(date.day())), 2);
    add_digits(text += 'T', int(time.hours().count()), 2);
    add_digits(text += ':', int(time.minutes().count()), 2);
    add_digits(text += ':', int(time.seconds().count()), 2);
    add_digits(text += instant.offset_minutes < 0 ? '-' : '+', offset / 60, 2);
    add_digits(text += ':', offset % 60, 2);
    return text;
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' ||
        text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const int y = digits(text, 0, 4), mo = digits(text, 5, 2), d = digits(text, 8, 2);
    const int h = digits(text, 11, 2), mi = digits(text, 14, 2), s = digits(text, 17, 2);
    if (y < 0 || mo < 0 || d < 0 || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 59)
        return std::nullopt;
    const year_month_day date{year(y), month(static_cast<unsigned>(mo)), day(static_cast<unsigned>(d))};
    if (!date.ok()) return std::nullopt;
    std::size_t at = 19;
    if (text[at] == '.') {
        const std::size_t first = ++at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        if (at == first) return std::nullopt;
    }
    const auto offset = parse_offset(text.substr(at));
    if (!offset) return std::nullopt;
    const auto local = sys_days{date} + hours(h) + minutes(mi) + seconds(s);
    return Instant{local.time_since_epoch().count() - *offset * 60, *offset};
}

Instant fit_to_date_with(Instant now) {
    constexpr std::int64_t first = -62'135'596'800, last = 253'402'300'799;  // years 1 and 9999
    const std::int64_t local = now.seconds + now.offset_minutes * 60;
    if (local < first || local > last)
        throw Error(Fault::storage, "the computer's clock", "shows no year that there is", "set it right");
    return now;
}

Instant in_zone(std::int64_t since_epoch, const std::string& time_zone) {
    const auto zone = zone_named(time_zone);
    std::int32_t raw = 0, daylight = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone->getOffset(static_cast<UDate>(since_epoch) * 1000.0, false, raw, daylight, status);
    return {since_epoch, (raw + daylight) / 60000};
}

SystemClock::SystemClock(std::string time_zone) : time_zone_(std::move(time_zone)) {
    (void)zone_named(time_zone_);
}

Instant SystemClock::now() const { return in_zone(std::time(nullptr), time_zone_); }

std::string SystemClock::boot_id() const {
    std::string id;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> id;
    return id.empty() ? "unknown" : id;
}

std::int64_t SystemClock::monotonic_ms() const {
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace ugoda
