// The time limits of complaints as data: how long, counted from what, on what ground, and what it
// means when nobody answers. Read from forms/law/deadlines.json; the grammar is in
// forms/README.md. Which of them apply to a case is intake's work.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"

namespace ugoda {

enum class DeadlineKind {
    duty,   ///< the salon must have done something by then
    limit,  ///< until then something may still come from the other side
    note    ///< worth knowing, and no date can be worked out
};

struct Length {
    enum class Unit { hours, days, working_days, months, years };
    int count = 0;
    Unit unit = Unit::days;
    bool to_year_end = false;  ///< then on to 31 December
};

struct DeadlineRule {
    std::string id;                        ///< reply: what `meets` of forms names
    std::string of;                        ///< ALL, EU, a country (ES) or one of its regions (ES-AN)
    DeadlineKind kind = DeadlineKind::note;
    std::string what;                      ///< reply to the complaint
    std::optional<Length> length;          ///< none: only of a note
    std::string term;                      ///< of a note: how long, in words
    std::vector<std::string> counts_from;  ///< paths into a case file; the first that has a time
    std::vector<std::string> stated;       ///< where a case file may say its own date for it
    Json when;                             ///< condition on paths; null: always
    std::string basis, certainty;          ///< law; high, medium or low
    std::string means;                     ///< what silence means, or what else is to be known
    std::string varies;                    ///< told when no rule of a region takes its place
};

struct DeadlineBook {
    std::string where;                ///< it was read
    std::vector<DeadlineRule> rules;  ///< of those alike in id and `of`, the first that applies counts
    std::map<std::string, std::vector<std::string>> regions;  ///< ES-AN: Andalucía, Andalusia
};

/// Throws Error(Fault::wording) at `where`, naming the rule, when it is not that.
[[nodiscard]] DeadlineBook parse_deadlines(const std::string& source, const std::string& where);

/// `ES-AN` for `Andalucía`, accents and case apart, or for `ES-AN` itself; empty when no rule is
/// of that region.
[[nodiscard]] std::string region_code(const DeadlineBook& book, const std::string& region);

/// Every id once, in the order of the book, with its rules from the nearest to the furthest: those
/// of the region, of the country, of the EU if it is in it, of all.
[[nodiscard]] std::vector<std::vector<const DeadlineRule*>> rules_for(const DeadlineBook& book,
                                                                      const std::string& country,
                                                                      const std::string& region);

/// When it ends: a moment in `time_zone` for hours, else the last day, counted from the day after
/// the one that `from` (a moment or a date) names. No holiday puts it off, and no Saturday or
/// Sunday at its end: it is never later than the law's. Nothing when `from` is no time, or for
/// hours no moment, or the year has more than four digits.
[[nodiscard]] std::optional<std::string> end_of(const Length& length, const std::string& from,
                                                const std::string& time_zone);

}  // namespace ugoda
