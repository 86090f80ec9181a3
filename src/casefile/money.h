// An amount of money: a whole number of the currency's smallest unit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/json.h"

namespace ugoda {

struct Money {
    std::int64_t minor = 0;  ///< 120000 is 1200.00 in a currency with two digits
    std::string currency;    ///< ISO 4217: PLN, EUR, GBP

    bool operator==(const Money&) const = default;
};

/// From `{"amount_minor": 120000, "currency": "PLN"}`; nothing when it is not that.
[[nodiscard]] std::optional<Money> money_from(const Json& value);
[[nodiscard]] Json to_json(const Money& money);

/// Digits after the point (ISO 4217): 2, but 0 for JPY and the like.
[[nodiscard]] int currency_digits(const std::string& currency);

}  // namespace ugoda
