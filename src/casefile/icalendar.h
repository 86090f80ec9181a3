// A calendar as any calendar program reads it (RFC 5545). Plain values in, text out.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"

namespace ugoda {

/// Told a day ahead by the calendar that takes it in.
struct CalendarEntry {
    std::string uid;      ///< the same for the same thing for ever
    std::string at;       ///< a date (a whole day) or RFC 3339
    std::string summary;
    std::string description;
};

/// Names us in every calendar, by which one of ours is known again.
[[nodiscard]] const std::string& calendar_maker();

/// Entries in their order, made at `now`; lines of at most 75 octets, ended by CR LF.
[[nodiscard]] std::string to_icalendar(const std::vector<CalendarEntry>& entries, Instant now);

}  // namespace ugoda
