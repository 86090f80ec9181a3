#include "document/number_words.h"

#include <sstream>

#include "base/language.h"
#include "base/text.h"

namespace ugoda {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The slash of `50/100`, or of `trecento/50`.
bool is_slash(const std::string& text, std::size_t at) {
    return text[at] == '/' && at + 1 < text.size() && is_digit(text[at + 1]);
}

/// A letter, a digit, or such a slash.
bool belongs_to_word(const std::string& text, std::size_t at) {
    if (text[at] == '/') return is_slash(text, at);
    const auto c = static_cast<unsigned char>(text[at]);
    return c >= 0x80 || is_digit(text[at]) || (c >= 'a' && c <= 'z');
}

std::string with_ascii_punctuation(std::string text) {
    for (const char* each : {"\u00A0", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "„", "“",
                             "”", "’", "«", "»", "·"})
        for (auto at = text.find(each); at != std::string::npos; at = text.find(each, at))
            text.replace(at, std::string_view(each).size(), " ");
    return text;
}

}  // namespace

std::vector<std::string> words_in(const std::string& text) {
    const std::string plain = with_ascii_punctuation(folded(text));
    std::vector<std::string> words;
    bool is_inside = false;
    for (std::size_t at = 0; at < plain.size(); ++at) {
        const bool belongs = belongs_to_word(plain, at);
        const bool begins_minor = is_slash(plain, at) && at > 0 && !is_digit(plain[at - 1]);
        if (belongs && (!is_inside || begins_minor)) words.emplace_back();
        if (belongs) words.back() += plain[at];
        is_inside = belongs;
    }
    return words;
}

std::string number_words(std::int64_t number, const Locale& locale, const std::string& rule_set) {
    const Json rules = locale.money.value("number_words", Json::object());
    const Json before = rules.value("say_before", Json::object());
    const Json endings = rules.value("endings", Json::object());
    std::istringstream spelled(
        spell_out(number, locale.icu, rule_set.empty() ? text_at(rules, "rule_set") : rule_set));
    std::string text;
    for (std::string word; spelled >> word;) {
        for (const auto& ending : endings.items())
            if (word.ends_with(ending.key()))
                word.replace(word.size() - ending.key().size(), std::string::npos,
                             ending.value().get<std::string>());
        const std::string first = text_at(before, word);
        if (!text.empty()) text += ' ';
        text += first.empty() ? word : first + " " + word;
    }
    return text;
}

}  // namespace ugoda
