#include "document/number_words.h"

#include <sstream>

#include "base/language.h"
#include "base/text.h"

namespace ugoda {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A letter, a digit, or the slash of `50/100`.
bool belongs_to_word(const std::string& text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == '/')
        return at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
    return c >= 0x80 || is_digit(text[at]) || (c >= 'a' && c <= 'z');
}

std::string with_ascii_punctuation(std::string text) {
    for (const char* each :
         {"\u00A0", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "„", "“", "”", "’"})
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
        if (belongs && !is_inside) words.emplace_back();
        if (belongs) words.back() += plain[at];
        is_inside = belongs;
    }
    return words;
}

std::string number_words(std::int64_t number, const Locale& locale) {
    const Json rules = locale.money.value("number_words", Json::object());
    const Json before = rules.value("say_before", Json::object());
    std::istringstream spelled(spell_out(number, locale.icu, text_at(rules, "rule_set")));
    std::string text;
    for (std::string word; spelled >> word;) {
        const std::string first = text_at(before, word);
        if (!text.empty()) text += ' ';
        text += first.empty() ? word : first + " " + word;
    }
    return text;
}

}  // namespace ugoda
