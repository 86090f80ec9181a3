// What people write on the line "in words": read_money_words() of document/locale.h.
#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "document/locale.h"
#include "document/number_reader.h"
#include "document/number_words.h"

namespace ugoda {

namespace {

std::optional<std::int64_t> digits(const std::string& word) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (failure != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return number;
}

/// What one sentence says, gathered word by word.
class Sentence {
  public:
    Sentence(const Locale& locale, std::string currency)
        : numbers_(locale), money_(locale.money), currency_(std::move(currency)) {}

    /// False when the word has no meaning here.
    bool take(const std::string& word) {
        if (is_noun(word, "major")) {
            has_major_noun_ = true;
            is_major_closed_ = !major_.empty();
            return true;
        }
        if (is_noun(word, "minor")) return close_minor();
        if (const auto slash = word.find('/'); slash != std::string::npos) {
            const bool is_written_out = word.substr(slash + 1) == "100";
            if (fraction_ || (slash == 0 ? word.size() != 3 : !is_written_out)) return false;
            fraction_ = digits(slash == 0 ? word.substr(1) : word.substr(0, slash));
            return fraction_.has_value();
        }
        if (const auto number = digits(word)) {
            if (figures_) return false;
            figures_ = number;
            return true;
        }
        if (!numbers_.knows(word)) return false;
        (is_major_closed_ ? minor_ : major_).push_back(word);
        return true;
    }

    [[nodiscard]] std::optional<Money> money() const {
        const bool is_minor_open = !has_minor_noun_ && (figures_ || numbers_.read(minor_));
        const auto major = major_.empty() ? std::optional<std::int64_t>(0) : numbers_.read(major_);
        if (!major || is_minor_open || (major_.empty() && !has_minor_noun_)) return std::nullopt;
        std::int64_t minor = fraction_.value_or(0);
        if (has_minor_noun_ && !fraction_) {
            const auto number = figures_ ? figures_ : numbers_.read(minor_);
            if (!number) return std::nullopt;
            minor = *number;
        }
        constexpr std::int64_t per_major = 100;
        if (minor < 0 || minor >= per_major || currency_digits(currency_) != 2) return std::nullopt;
        return Money{*major * per_major + minor, currency_};
    }

  private:
    /// "fifty pence" alone: what was read so far are pence. "Euro venti e cinque centesimi" does
    /// not say where the euros end.
    bool close_minor() {
        const bool runs_on = has_major_noun_ && !is_major_closed_ && !figures_;
        if (has_minor_noun_ || runs_on) return false;
        if (!is_major_closed_ && !figures_) minor_.swap(major_);
        has_minor_noun_ = true;
        return true;
    }

    /// Another currency than expected is believed: the words say so.
    bool is_noun(const std::string& word, const char* kind) {
        const auto is_meant = [bare = without_accents(word)](const Json& name) {
            return name.is_string() && without_accents(folded(name.get<std::string>())) == bare;
        };
        const Json currencies = money_.value("currencies", Json::object());
        const auto names = [&](const Json& currency) {
            const Json forms = currency.value(kind, Json::object());
            const Json also = currency.value(std::string(kind) + "_also", Json::array());
            return std::any_of(forms.begin(), forms.end(), is_meant) ||
                   std::any_of(also.begin(), also.end(), is_meant);
        };
        if (const auto own = currencies.find(currency_); own != currencies.end() && names(*own))
            return true;
        for (const auto& currency : currencies.items())
            if (names(currency.value())) {
                currency_ = currency.key();
                return true;
            }
        return false;
    }

    NumberReader numbers_;
    const Json& money_;
    std::string currency_;
    std::vector<std::string> major_, minor_;
    std::optional<std::int64_t> fraction_, figures_;
    bool has_major_noun_ = false, is_major_closed_ = false, has_minor_noun_ = false;
};

}  // namespace

std::optional<Money> read_money_words(const std::string& words, const std::string& currency,
                                      const Locale& locale) {
    Sentence sentence(locale, currency);
    for (const std::string& word : words_in(words))
        if (!sentence.take(word)) return std::nullopt;
    return sentence.money();
}

}  // namespace ugoda
