// A template folder: locale, language and law together. How values look in it.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/shelf.h"
#include "casefile/form.h"
#include "casefile/money.h"

namespace ugoda {

/// Everything of templates/<name>/ but the templates themselves.
struct Locale {
    std::string name;       ///< pl-PL
    std::string icu;        ///< pl_PL
    std::string language;   ///< pl
    std::string country;    ///< PL: the law its wording is written for
    Json format;            ///< locale.json: date and time patterns, quotes, spell-out rules
    Json money;             ///< money.json: symbol, nouns and plurals of each currency
    Json labels;            ///< labels.json: fields, values, words, texts
    std::string sources;    ///< the exact bytes of the three files, canonical, for hashing
    /// Where each of the three was read: a complaint names the file to be mended.
    std::map<std::string, std::string> files;
};

/// The names of the locales that exist, sorted.
[[nodiscard]] std::vector<std::string> locales_in(const Shelf& templates);

/// Throws Error(Fault::input) when there is no such locale, naming those that exist, with
/// the sentence that law goes with the wording.
[[nodiscard]] Locale load_locale(const Shelf& templates, const std::string& name);

/// `1 200,00 zł`, `£1,200.00`: amount and currency together, no-break spaces inside.
[[nodiscard]] std::string money_text(const Money& money, const Locale& locale);
/// `jeden tysiąc dwieście złotych 00/100`.
[[nodiscard]] std::string money_words(const Money& money, const Locale& locale);
/// The amount that words name, in that locale's language: nothing when they cannot be read.
[[nodiscard]] std::optional<Money> read_money_words(const std::string& words,
                                                    const std::string& currency,
                                                    const Locale& locale);

/// Between the members of a list: "; ", or "· " where a semicolon asks a question (Greek).
[[nodiscard]] std::string list_separator(const Locale& locale);

/// An answer as it is printed (dates, times, choices by label, lists joined).
/// Throws Error(Fault::wording) for a choice without a label.
[[nodiscard]] std::string value_text(const Field& field, const Json& value, const Locale& locale);

}  // namespace ugoda
