#include "document/typography.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace ugoda {

namespace {

constexpr std::string_view no_break = "\u00A0";

/// Blanks at both ends and beside other blanks go, across the borders of runs.
Runs shrunk(Runs runs) {
    bool after_blank = true;
    for (Run& run : runs) {
        if (run.pen_mm > 0) after_blank = false;
        std::string text;
        for (const char c : std::exchange(run.text, {})) {
            if (c != ' ' || !after_blank) text += c;
            after_blank = c == ' ';
        }
        run.text = std::move(text);
    }
    for (auto run = runs.rbegin(); run != runs.rend() && run->pen_mm == 0; ++run) {
        run->text.erase(run->text.find_last_not_of(' ') + 1);
        if (!run->text.empty()) break;
    }
    std::erase_if(runs, [](const Run& run) { return run.text.empty() && run.pen_mm == 0; });
    return runs;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The rules of locale.json, asked about one blank at a time.
class Rules {
  public:
    Rules(const Json& format, std::string_view text) : format_(format), text_(text) {}

    [[nodiscard]] bool keeps(std::size_t blank) const {
        const std::string before = word_before(blank), after = word_after(blank);
        const bool before_digit = !after.empty() && is_digit(after.front());
        return is_one_letter(before) || is_postal_code(before, after) ||
               lists("keep_with_next", before) ||
               (before_digit && lists("keep_before_number", before)) ||
               (blank > 0 && is_digit(text_[blank - 1]) && lists("keep_after_number", after));
    }

  private:
    [[nodiscard]] std::string word_before(std::size_t blank) const {
        std::size_t begin = blank;
        while (begin > 0 && text_[begin - 1] != ' ') --begin;
        std::string word(text_.substr(begin, blank - begin));
        if (const auto joined = word.rfind(no_break); joined != std::string::npos)
            word.erase(0, joined + no_break.size());
        for (const std::string_view opening : {"(", "[", "„", "“", "«", "‘", "\""})
            if (word.starts_with(opening)) word.erase(0, opening.size());
        return word;
    }

    [[nodiscard]] std::string word_after(std::size_t blank) const {
        const auto end = text_.find_first_of(" ,;:)", blank + 1);
        return std::string(
            text_.substr(blank + 1, end == std::string_view::npos ? end : end - blank - 1));
    }

    [[nodiscard]] bool is_one_letter(const std::string& word) const {
        const std::string letters = text_at(format_, "one_letter_words");
        return !letters.empty() && !word.empty() && count_code_points(word) == 1 &&
               letters.find(folded(word)) != std::string::npos;
    }

    [[nodiscard]] bool is_postal_code(const std::string& before, const std::string& after) const {
        std::string shape = before + " " + after;
        for (char& c : shape)
            if (is_digit(c)) c = '0';
        return shape == text_at(format_, "postal_code");
    }

    [[nodiscard]] bool lists(const char* rule, const std::string& word) const {
        const auto words = format_.find(rule);
        return words != format_.end() &&
               std::any_of(words->begin(), words->end(), [&](const Json& listed) {
                   return listed.is_string() && listed.get_ref<const std::string&>() == word;
               });
    }

    const Json& format_;
    std::string_view text_;
};

}  // namespace

Runs tidied(Runs runs, const Locale& locale) {
    runs = shrunk(std::move(runs));
    std::string all;
    for (const Run& run : runs) all += run.pen_mm > 0 ? "_" : run.text;
    const Rules rules(locale.format, all);
    std::size_t at = 0;
    for (Run& run : runs) {
        if (run.pen_mm > 0) {
            ++at;
            continue;
        }
        std::string text;
        for (std::size_t i = 0; i < run.text.size(); ++i, ++at) {
            const bool in_date = run.guard == Guard::date && i > 0 && run.text[i - 1] != ',';
            if (run.text[i] == ' ' && (in_date || rules.keeps(at)))
                text += no_break;
            else
                text += run.text[i];
        }
        run.text = std::move(text);
    }
    return runs;
}

std::string tidied(const std::string& text, const Locale& locale) {
    std::string result;
    for (const Run& run : tidied(Runs{{text, Face::regular, {}, Guard::none, 0}}, locale))
        result += run.text;
    return result;
}

}  // namespace ugoda
