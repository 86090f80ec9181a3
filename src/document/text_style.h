// The few looks that text has in our documents, and where it is set.
#pragma once

#include <string>

#include "document/block.h"
#include "document/fonts.h"

namespace ugoda {

inline constexpr double mm_per_point = 25.4 / 72;

enum class Alignment { justified, ragged, centred };

struct TextStyle {
    bool is_sans = false;
    bool is_bold = false;  ///< all of it, whatever the run's face
    double size_pt = 10;
    double leading = 4.76;  ///< millimetres from line to line
    double grey = 0;
    Alignment alignment = Alignment::ragged;

    /// From a line's top. Lines of equal leading stand on one baseline, whatever their size.
    [[nodiscard]] double baseline() const { return leading * 0.76; }
    [[nodiscard]] FontId font(Face face) const {
        if (is_bold || face == Face::bold) return is_sans ? FontId::sans_bold : FontId::serif_bold;
        if (is_sans) return FontId::sans;
        return face == Face::italic ? FontId::serif_italic : FontId::serif;
    }
};

namespace styles {
inline constexpr TextStyle body{.alignment = Alignment::justified};
inline constexpr TextStyle centred_body{.alignment = Alignment::centred};
inline constexpr TextStyle title{
    .is_bold = true, .size_pt = 15, .leading = 7.2, .alignment = Alignment::centred};
inline constexpr TextStyle section{.is_bold = true, .size_pt = 11, .leading = 5.3};
inline constexpr TextStyle subsection{.is_bold = true, .size_pt = 10, .leading = 4.76};
inline constexpr TextStyle value{};
inline constexpr TextStyle label{.is_sans = true, .size_pt = 8.5, .grey = 0.32};
inline constexpr TextStyle cell{.size_pt = 9, .leading = 4.2};
inline constexpr TextStyle cell_head{
    .is_sans = true, .is_bold = true, .size_pt = 8, .leading = 4.2};
inline constexpr TextStyle caption_title{
    .is_sans = true, .is_bold = true, .size_pt = 8.5, .leading = 3.9};
inline constexpr TextStyle caption{.is_sans = true, .size_pt = 7.5, .leading = 3.25};
}  // namespace styles

/// Where text is set and what is known about it: left edge and width in millimetres.
struct Measure {
    const FontSet& fonts;
    const std::string& locale;  ///< ICU, for line breaking
    double left = 0;
    double width = 0;

    [[nodiscard]] Measure part(double offset, double part_width) const {
        return {fonts, locale, left + offset, part_width};
    }
    [[nodiscard]] double right() const { return left + width; }
};

}  // namespace ugoda
