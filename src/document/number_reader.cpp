#include "document/number_reader.h"

#include <algorithm>

#include "base/language.h"
#include "base/text.h"
#include "document/number_words.h"

namespace ugoda {

NumberReader::NumberReader(const Locale& locale) {
    const Json rules = locale.money.value("number_words", Json::object());
    for (const auto& filler : rules.value("fillers", std::vector<std::string>{}))
        fillers_.push_back(without_accents(filler));
    joins_ = rules.value("joined", false);
    learn(locale, text_at(rules, "rule_set"));
    for (const auto& rule_set : rules.value("also_rule_sets", std::vector<std::string>{}))
        learn(locale, rule_set);
    const Json also = rules.value("also_words", Json::object());
    for (const auto& word : also.items())
        known_.try_emplace(folded(without_accents(word.key())),
                           Part{word.value().get<std::int64_t>(), false});
}

void NumberReader::learn(const Locale& locale, const std::string& rule_set) {
    const auto spelled = [&](std::int64_t number) {
        return words_in(without_accents(spell_out(number, locale.icu, rule_set)));
    };
    for (std::int64_t number = 0; number < 1000; ++number)
        if (const auto words = spelled(number); words.size() == 1)
            known_.try_emplace(words.front(), Part{number, false});
    for (const std::int64_t count : {2, 5, 9}) learn_scale(spelled(count * 100), count, 100);
    for (std::int64_t number = 1; number < 1000; ++number) learn_rest(spelled(number), number);
    for (const std::int64_t scale : {1'000, 1'000'000})
        for (std::int64_t count = 1; count < 100; ++count)
            learn_scale(spelled(count * scale), count, scale);
}

/// The last word of a round number multiplies; the one before it may sound different there
/// ("un milione", "veintiún mil"). Where words are joined ("due|mila") it is the part that is
/// new.
void NumberReader::learn_scale(const std::vector<std::string>& words, std::int64_t count,
                               std::int64_t scale) {
    const std::string& last = words.back();
    if (joins_ && words.size() == 1 && count > 1) {
        for (std::size_t length = 1; length < last.size(); ++length) {
            const auto ending = known_.find(last.substr(length));
            if (ending == known_.end() || !ending->second.multiplies) continue;
            known_.try_emplace(last.substr(0, length), Part{count, false});
            return;
        }
        for (std::size_t length = last.size() - 1; length > 0; --length) {
            if (!known_.contains(last.substr(0, length))) continue;
            known_.try_emplace(last.substr(length), Part{scale, true});
            return;
        }
    }
    known_.try_emplace(last, Part{scale, true});
    if (words.size() == 2) known_.try_emplace(words.front(), Part{count, false});
}

/// One new word among known ones stands for what they leave: "ciento" in "ciento uno".
void NumberReader::learn_rest(const std::vector<std::string>& words, std::int64_t number) {
    std::int64_t rest = number;
    std::string unknown;
    for (const std::string& word : words) {
        const auto found = known_.find(word);
        if (found == known_.end()) {
            if (is_filler(word)) continue;
            if (!unknown.empty()) return;
            unknown = word;
        } else {
            if (found->second.multiplies) return;
            rest -= found->second.value;
        }
    }
    if (!unknown.empty()) known_.try_emplace(unknown, Part{rest, false});
}

bool NumberReader::is_filler(const std::string& word) const {
    return std::find(fillers_.begin(), fillers_.end(), word) != fillers_.end();
}

/// Longest known beginning first; a rest that cannot be read makes it try a shorter one.
std::optional<std::vector<NumberReader::Part>> NumberReader::parts_of(
    const std::string& word) const {
    if (const auto found = known_.find(word); found != known_.end())
        return std::vector{found->second};
    if (is_filler(word)) return std::vector<Part>{};
    for (std::size_t length = word.size(); joins_ && --length > 0;) {
        const auto beginning = known_.find(word.substr(0, length));
        if (beginning == known_.end()) continue;
        if (auto rest = parts_of(word.substr(length))) {
            rest->insert(rest->begin(), beginning->second);
            return rest;
        }
    }
    return std::nullopt;
}

bool NumberReader::knows(const std::string& word) const {
    return parts_of(without_accents(word)).has_value();
}

std::optional<std::int64_t> NumberReader::read(const std::vector<std::string>& words) const {
    std::vector<Part> parts;
    for (const std::string& word : words) {
        const auto more = parts_of(without_accents(word));
        if (!more) return std::nullopt;
        parts.insert(parts.end(), more->begin(), more->end());
    }
    if (parts.empty()) return std::nullopt;
    std::int64_t total = 0, group = 0, scale = 1'000'000'000;
    for (const Part& part : parts) {
        const std::int64_t tens = group % 100;
        if (part.multiplies && part.value == 100) {
            if (group >= 100) return std::nullopt;
            group = std::max<std::int64_t>(group, 1) * 100;
        } else if (part.multiplies) {
            if (part.value >= scale) return std::nullopt;
            total += std::max<std::int64_t>(group, 1) * part.value;
            scale = part.value;
            group = 0;
        } else {
            const bool fits = part.value == 0    ? parts.size() == 1
                              : part.value < 10  ? group % 10 == 0 && (tens == 0 || tens >= 20)
                              : part.value < 100 ? tens == 0
                                                 : group == 0;
            if (!fits) return std::nullopt;
            group += part.value;
        }
    }
    return total + group;
}

}  // namespace ugoda
