#include "document/amount_words.h"

#include "base/text.h"

namespace ugoda {

namespace {

std::optional<Money> amount_of(const Field& field, const Json& answers) {
    const auto answer = answers.find(field.words_of);
    return answer == answers.end() ? std::nullopt : money_from(*answer);
}

}  // namespace

std::optional<std::string> words_for(const Field& field, const Json& answers,
                                     const Locale& locale) {
    if (field.words_of.empty()) return std::nullopt;
    const auto money = amount_of(field, answers);
    if (!money) return std::nullopt;
    return money_words(*money, locale);
}

Findings check_amount_words(const Form& form, const Json& answers, const Locale& locale) {
    Findings findings;
    for (const Field& field : form.fields) {
        const std::string given = text_at(answers, field.name);
        const auto money = amount_of(field, answers);
        if (field.words_of.empty() || given.empty() || !money) continue;
        if (folded(given) == folded(money_words(*money, locale))) continue;
        const std::string where = form.section + "." + field.name;
        const auto named = read_money_words(given, money->currency, locale);
        if (!named)
            findings.push_back({where, "the words '" + given + "' cannot be read",
                                "nothing to do: '" + money_words(*money, locale) + "' is printed",
                                Level::note});
        else if (*named != *money)
            findings.push_back({where,
                                "the words say " + money_text(*named, locale) + ", the figures " +
                                    money_text(*money, locale),
                                "correct one of them, or leave the words out", Level::stop});
    }
    return findings;
}

}  // namespace ugoda
