// How two answers compare, and sums over them: the arithmetic behind conditions.
#pragma once

#include <compare>
#include <string_view>

#include "base/json.h"

namespace ugoda {

/// Numbers, money (of one currency; or against a number, in minor units), dates, times of day
/// and moments. A moment against a date or a time is compared by that part of its local time.
/// Unordered when the two cannot be compared or one is absent.
[[nodiscard]] std::partial_ordering compare(const Json& a, const Json& b);

/// Whether the `money` of all members of `parts` makes `total`, all in its currency.
[[nodiscard]] bool sums_to(const Json& parts, const Json& total);

/// Whether `to` is the date exactly `days` (a whole number) after the date `from`.
[[nodiscard]] bool is_days_after(const Json& from, const Json& days, const Json& to);

/// Whether fewer than `years` full years lie between two dates. A birthday on 29 February is
/// reached on 1 March of other years.
[[nodiscard]] bool is_within_years(const Json& from, const Json& to, int years);

/// Whether the date `to` (or a moment's local day) comes before the one `days` after `from`. Also
/// when it comes before `from` itself.
[[nodiscard]] bool is_within_days(const Json& from, const Json& to, int days);

/// Whether the moment `to` is at most `hours` after the moment `from`, or before it.
[[nodiscard]] bool is_within_hours(const Json& from, const Json& to, int hours);

/// Whether a product's last month, `2027-09`, or day, `2027-09-30`, was over before that date (or
/// moment's local day).
[[nodiscard]] bool is_over_before(const Json& last, const Json& date);

/// An IBAN of its country's length whose check digits are right (ISO 13616), blanks ignored.
/// 26 digits alone are read as a Polish account.
[[nodiscard]] bool is_iban(std::string_view text);

}  // namespace ugoda
