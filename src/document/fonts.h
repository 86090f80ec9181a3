// The fonts of this program and what is known of them: where they lie, how wide each
// character is. No drawing.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/page.h"

namespace ugoda {

/// The fonts built by scripts/build_fonts.py: subset, composites flattened, each with its
/// table of advance widths.
class FontSet {
  public:
    /// Throws Error(Fault::wording) naming a file that is missing or damaged.
    explicit FontSet(std::filesystem::path folder);
    ~FontSet();
    FontSet(FontSet&&) noexcept;

    [[nodiscard]] bool has(FontId font, char32_t character) const;
    /// Width in millimetres of `text` (all characters of which the font must have).
    [[nodiscard]] double width(FontId font, std::string_view text, double size_pt) const;
    [[nodiscard]] std::filesystem::path file(FontId font) const;

  private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
    std::filesystem::path folder_;
};

/// A stretch of text in one font.
struct FontRun {
    FontId font;
    std::string text;
};

/// Splits `text` so that every part can be printed: what `wanted` lacks goes to the
/// fallback font, what that lacks too (and anything beyond U+FFFF) becomes its Unicode
/// name in brackets, `[confused face]`. `named` collects those characters.
[[nodiscard]] std::vector<FontRun> printable(std::string_view text, FontId wanted,
                                             const FontSet& fonts, std::string* named = nullptr);

}  // namespace ugoda
