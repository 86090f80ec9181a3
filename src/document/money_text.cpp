// Amounts in figures and in words: money_text() and money_words() of document/locale.h.
#include "base/error.h"
#include "base/language.h"
#include "document/labels.h"
#include "document/locale.h"
#include "document/number_words.h"

namespace ugoda {

namespace {

const std::string& where(const Locale& locale) { return locale.files.at("money.json"); }

const Json& currency_of(const Money& money, const Locale& locale) {
    const auto currencies = locale.money.find("currencies");
    const auto found =
        currencies == locale.money.end() ? currencies : currencies->find(money.currency);
    if (currencies == locale.money.end() || found == currencies->end())
        throw Error(Fault::wording, where(locale),
                    "it does not know the currency " + money.currency,
                    "add its symbol, nouns and plural forms");
    return *found;
}

/// The noun in the form that goes with `count`.
std::string noun(const Json& nouns, std::int64_t count, const Locale& locale) {
    const std::string category = plural_category(count, locale.icu);
    const std::string form = text_at(nouns, category);
    return form.empty() ? text_at(nouns, "other") : form;
}

std::int64_t units_per_major(const Money& money) {
    std::int64_t units = 1;
    for (int digit = 0; digit < currency_digits(money.currency); ++digit) units *= 10;
    return units;
}

}  // namespace

std::string money_text(const Money& money, const Locale& locale) {
    const Json& currency = currency_of(money, locale);
    std::string text =
        filled(text_at(currency, "figures"),
               {{"amount", decimal_text(money.minor, currency_digits(money.currency), locale.icu)}},
               where(locale));
    for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at))
        text.replace(at, 1, "\u00A0");
    return text;
}

std::string money_words(const Money& money, const Locale& locale) {
    if (money.minor < 0)
        throw Error(Fault::input, money.currency, "a negative amount has no words here",
                    "give the amount as a positive number");
    const Json& currency = currency_of(money, locale);
    const std::int64_t units = units_per_major(money);
    const std::int64_t major = money.minor / units, minor = money.minor % units;
    std::string digits = std::to_string(minor);
    while (digits.size() < static_cast<std::size_t>(currency_digits(money.currency)))
        digits.insert(0, "0");
    return filled(
        text_at(locale.money, minor == 0 ? "words" : "words_with_minor"),
        {{"major", number_words(major, locale, text_at(currency, "rule_set"))},
         {"noun", noun(currency.at("major"), major, locale)},
         {"minor", std::to_string(minor)},
         {"minor_digits", digits},
         {"minor_words", number_words(minor, locale, text_at(currency, "minor_rule_set"))},
         {"minor_noun", noun(currency.at("minor"), minor, locale)}},
        where(locale));
}

}  // namespace ugoda
