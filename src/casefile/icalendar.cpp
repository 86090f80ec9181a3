#include "casefile/icalendar.h"

#include <string_view>

#include "base/text.h"
#include "casefile/calendar.h"

namespace ugoda {

namespace {

constexpr std::size_t longest_line = 75;  // octets, without its end (§3.1)

/// Folded between code points: a line that goes on begins with a blank.
void add_line(std::string& text, std::string_view line) {
    std::size_t used = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t next = at;
        (void)next_code_point(line, next);
        if (used + (next - at) > longest_line) {
            text += "\r\n ";
            used = 1;
        }
        text += line.substr(at, next - at);
        used += next - at;
        at = next;
    }
    text += "\r\n";
}

/// TEXT of §3.3.11. Controls that it has no escape for become visible.
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : one_line(text)) {
        if (c == '\\' || c == ';' || c == ',') result += '\\';
        result += c;
    }
    return result;
}

/// `20260317`
std::string digits_of(std::string iso) {
    std::erase(iso, '-');
    std::erase(iso, ':');
    return iso;
}

/// `20260304T082000Z`
std::string in_utc(Instant moment) {
    return digits_of(to_rfc3339({moment.seconds, 0}).substr(0, 19)) + "Z";
}

void add_time(std::string& text, const std::string& at) {
    if (const auto moment = parse_rfc3339(at)) {
        add_line(text, "DTSTART:" + in_utc(*moment));
        return;
    }
    const Date day = parse_date(at).value();
    add_line(text, "DTSTART;VALUE=DATE:" + digits_of(at));
    add_line(text, "DTEND;VALUE=DATE:" + digits_of(to_iso(plus_days(day, 1))));
}

void add_entry(std::string& text, const CalendarEntry& entry, const std::string& made) {
    add_line(text, "BEGIN:VEVENT");
    add_line(text, "UID:" + escaped(entry.uid));
    add_line(text, "DTSTAMP:" + made);
    add_time(text, entry.at);
    add_line(text, "SUMMARY:" + escaped(entry.summary));
    if (!entry.description.empty()) add_line(text, "DESCRIPTION:" + escaped(entry.description));
    add_line(text, "TRANSP:TRANSPARENT");
    add_line(text, "BEGIN:VALARM");
    add_line(text, "ACTION:DISPLAY");
    add_line(text, "TRIGGER:-P1D");
    add_line(text, "DESCRIPTION:" + escaped(entry.summary));
    add_line(text, "END:VALARM");
    add_line(text, "END:VEVENT");
}

}  // namespace

const std::string& calendar_maker() {
    static const std::string maker = "PRODID:-//Ugoda//due//EN";
    return maker;
}

std::string to_icalendar(const std::vector<CalendarEntry>& entries, Instant now) {
    std::string text;
    const std::string made = in_utc(now);
    add_line(text, "BEGIN:VCALENDAR");
    add_line(text, "VERSION:2.0");
    add_line(text, calendar_maker());
    add_line(text, "CALSCALE:GREGORIAN");
    for (const CalendarEntry& entry : entries) add_entry(text, entry, made);
    add_line(text, "END:VCALENDAR");
    return text;
}

}  // namespace ugoda
