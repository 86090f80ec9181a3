// A page as marks at places: what the PDF writer draws and a golden test prints.
// Millimetres from the top left corner; text stands on its baseline.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "casefile/layout_map.h"

namespace ugoda {

enum class FontId { serif, serif_bold, serif_italic, sans, sans_bold, fallback };

struct TextMark {
    double x = 0, baseline = 0;
    FontId font = FontId::serif;
    double size_pt = 10;
    std::string text;
    double grey = 0;  ///< 0 black … 1 white
    double gap = 0;   ///< added to every blank of a justified line
};

struct LineMark {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double width_pt = 0.5;
    double grey = 0;
};

/// A filled or stroked rectangle.
struct RectMark {
    Rect at;
    bool filled = false;
    double width_pt = 0.5;
    double grey = 0;
};

struct ImageMark {
    Rect at;
    std::size_t image = 0;
};

/// Square modules (true: black), row by row: a QR code or a corner mark, no quiet zone.
struct ModulesMark {
    Rect at;
    std::size_t side = 0;  ///< modules per row
    std::vector<bool> modules;
};

using Mark = std::variant<TextMark, LineMark, RectMark, ImageMark, ModulesMark>;

struct Page {
    std::vector<Mark> marks;
};

/// Blanks as TextMark::gap widens them: U+0020 and U+00A0.
[[nodiscard]] std::size_t count_blanks(std::string_view text);

/// One mark per line, lengths to 0.1 mm, gaps in hundredths: for golden files.
[[nodiscard]] std::string to_text(const std::vector<Page>& pages);

}  // namespace ugoda
