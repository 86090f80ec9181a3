#include "base/language.h"

#include <unicode/brkiter.h>
#include <unicode/calendar.h>
#include <unicode/coll.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/rbnf.h>
#include <unicode/smpdtfmt.h>
#include <unicode/utext.h>

#include <map>
#include <memory>

#include "base/error.h"
#include "base/handle.h"

namespace ugoda {

namespace {

void check(UErrorCode status, const std::string& locale) {
    if (U_FAILURE(status))
        throw Error(Fault::wording, locale, std::string("ICU refused (") + u_errorName(status) + ")",
                    "check the locale's name and its ICU data");
}

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(icu::UnicodeString text) {
    text.findAndReplace(icu::UnicodeString(UChar(0x00AD)), icu::UnicodeString());
    std::string result;
    text.toUTF8String(result);
    return result;
}

/// ICU parts a slash from the digits behind it when a letter stands before: "trecento/50".
bool is_within_fraction(std::string_view text, std::size_t at) {
    return at > 0 && at < text.size() && text[at - 1] == '/' && text[at] >= '0' && text[at] <= '9';
}

/// Opening a break iterator costs far more than running it; one per locale and thread.
icu::BreakIterator& line_iterator(const std::string& locale) {
    thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>> iterators;
    auto& iterator = iterators[locale];
    if (!iterator) {
        UErrorCode status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createLineInstance(icu::Locale(locale.c_str()), status));
        check(status, locale);
    }
    return *iterator;
}

/// Reading a language's number rules takes a thousand times longer than using them.
icu::RuleBasedNumberFormat& spell_out_rules(const std::string& locale) {
    thread_local std::map<std::string, std::unique_ptr<icu::RuleBasedNumberFormat>> formats;
    auto& format = formats[locale];
    if (!format) {
        UErrorCode status = U_ZERO_ERROR;
        auto rules = std::make_unique<icu::RuleBasedNumberFormat>(
            icu::URBNF_SPELLOUT, icu::Locale(locale.c_str()), status);
        check(status, locale);
        format = std::move(rules);
    }
    return *format;
}

/// A format with its calendar costs a hundred times as much as formatting a date with it.
icu::SimpleDateFormat& date_format(const std::string& pattern, const std::string& locale) {
    thread_local std::map<std::pair<std::string, std::string>, std::unique_ptr<icu::SimpleDateFormat>>
        formats;
    auto& format = formats[{pattern, locale}];
    if (!format) {
        UErrorCode status = U_ZERO_ERROR;
        auto made = std::make_unique<icu::SimpleDateFormat>(unicode(pattern),
                                                            icu::Locale(locale.c_str()), status);
        check(status, locale);
        made->setTimeZone(*icu::TimeZone::getGMT());
        format = std::move(made);
    }
    return *format;
}

}  // namespace

std::vector<LineBreak> line_breaks(std::string_view text, const std::string& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const Handle<UText, utext_close> source{
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status)};
    auto& iterator = line_iterator(locale);
    iterator.setText(source.get(), status);
    check(status, locale);
    std::vector<LineBreak> breaks;
    iterator.first();
    for (auto at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next())
        if (!is_within_fraction(text, static_cast<std::size_t>(at)))
            breaks.push_back({static_cast<std::size_t>(at), iterator.getRuleStatus() >= UBRK_LINE_HARD});
    return breaks;
}

std::string spell_out(std::int64_t number, const std::string& locale, const std::string& rule_set) {
    UErrorCode status = U_ZERO_ERROR;
    const auto& format = spell_out_rules(locale);
    icu::UnicodeString words;
    icu::FieldPosition nowhere;
    if (rule_set.empty())
        format.format(number, words);
    else
        format.format(number, unicode(rule_set), words, nowhere, status);
    check(status, locale);
    return utf8(words);
}

std::string plural_category(std::int64_t number, const std::string& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules(
        icu::PluralRules::forLocale(icu::Locale(locale.c_str()), status));
    check(status, locale);
    return utf8(rules->select(static_cast<double>(number)));
}

std::string decimal_text(std::int64_t minor, int digits, const std::string& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const auto formatted = icu::number::NumberFormatter::withLocale(icu::Locale(locale.c_str()))
                               .grouping(UNUM_GROUPING_ON_ALIGNED)
                               .precision(icu::number::Precision::fixedFraction(digits))
                               .scale(icu::number::Scale::powerOfTen(-digits))
                               .formatInt(minor, status);
    check(status, locale);
    return utf8(formatted.toString(status));
}

std::string date_text(int year, int month, int day, const std::string& pattern,
                      const std::string& locale) {
    const icu::SimpleDateFormat& format = date_format(pattern, locale);
    const std::unique_ptr<icu::Calendar> calendar(format.getCalendar()->clone());
    calendar->clear();
    calendar->set(year, month - 1, day, 12, 0, 0);
    icu::UnicodeString text;
    icu::FieldPosition nowhere;
    format.format(*calendar, text, nowhere);
    return utf8(text);
}

int collate(std::string_view a, std::string_view b, const std::string& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator(
        icu::Collator::createInstance(icu::Locale(locale.c_str()), status));
    check(status, locale);
    return collator->compare(unicode(a), unicode(b), status);
}

}  // namespace ugoda
