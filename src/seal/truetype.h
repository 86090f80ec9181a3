// The few facts of a TrueType font program that a PDF's font dictionary repeats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace ugoda {

/// Throws Error(Fault::internal) when the bytes end before the font does.
class TrueType {
  public:
    explicit TrueType(std::string bytes);

    [[nodiscard]] std::size_t glyphs() const { return glyphs_; }
    /// A glyph with an outline; those that a subset dropped have none.
    [[nodiscard]] bool is_drawn(std::size_t glyph) const;
    /// In thousandths of the em.
    [[nodiscard]] std::int64_t advance(std::size_t glyph) const;
    [[nodiscard]] std::int64_t cap_height() const;

  private:
    [[nodiscard]] std::size_t table(const std::string& tag) const;
    [[nodiscard]] std::size_t word(std::size_t at) const;
    [[nodiscard]] std::size_t double_word(std::size_t at) const;
    [[nodiscard]] std::size_t outline_start(std::size_t glyph) const;

    std::string bytes_;
    std::map<std::string, std::size_t> tables_;
    std::size_t glyphs_ = 0, units_per_em_ = 1000, advances_ = 1;
    bool has_long_offsets_ = false;
};

}  // namespace ugoda
