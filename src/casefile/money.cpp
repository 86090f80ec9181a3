#include "casefile/money.h"

#include <algorithm>
#include <array>

namespace ugoda {

std::optional<Money> money_from(const Json& value) {
    if (!value.is_object()) return std::nullopt;
    const auto amount = value.find("amount_minor");
    const std::string currency = text_at(value, "currency");
    const bool is_code = currency.size() == 3 && std::all_of(currency.begin(), currency.end(),
                                                             [](char c) { return c >= 'A' && c <= 'Z'; });
    if (amount == value.end() || !amount->is_number_integer() || !is_code) return std::nullopt;
    return Money{amount->get<std::int64_t>(), currency};
}

Json to_json(const Money& money) {
    return {{"amount_minor", money.minor}, {"currency", money.currency}};
}

int currency_digits(const std::string& currency) {
    static constexpr std::array<std::string_view, 4> whole{"JPY", "KRW", "ISK", "CLP"};
    return std::find(whole.begin(), whole.end(), currency) == whole.end() ? 2 : 0;
}

}  // namespace ugoda
