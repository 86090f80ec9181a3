// Numbers in words read back, by a dictionary that ICU spells.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/locale.h"

namespace ugoda {

/// Reads numbers below a thousand million as people write them, with or without their accents
/// ("ventitre"). Building it spells some hundred words; keep it for more than one reading.
class NumberReader {
  public:
    explicit NumberReader(const Locale& locale);

    /// `words` are folded, without punctuation. Nothing when they are not one number.
    [[nodiscard]] std::optional<std::int64_t> read(const std::vector<std::string>& words) const;
    /// Whether the word can be part of a number: known, joined from known ones, or a filler.
    [[nodiscard]] bool knows(const std::string& word) const;

  private:
    struct Part {
        std::int64_t value = 0;
        bool multiplies = false;  ///< hundred, thousand, million
    };
    void learn(const Locale& locale, const std::string& rule_set);
    void learn_scale(const std::vector<std::string>& words, std::int64_t count, std::int64_t scale);
    void learn_rest(const std::vector<std::string>& words, std::int64_t number);
    [[nodiscard]] bool is_filler(const std::string& word) const;
    /// None for a filler; nothing when it cannot be part of a number.
    [[nodiscard]] std::optional<std::vector<Part>> parts_of(const std::string& word) const;

    std::map<std::string, Part> known_;
    std::vector<std::string> fillers_;
    bool joins_ = false;  ///< words are written together: "trecentocinquanta"
};

}  // namespace ugoda
