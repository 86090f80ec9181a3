#include "document/page.h"

#include <cmath>
#include <cstdio>

namespace ugoda {

namespace {

/// To a tenth of a millimetre; -0.0 is 0.0.
std::string length(double mm) {
    const double tenths = std::round(mm * 10) / 10;
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", tenths == 0 ? 0.0 : tenths);
    return text;
}

std::string place(const Rect& at) {
    return length(at.x) + " " + length(at.y) + " " + length(at.width) + "x" + length(at.height);
}

const char* name_of(FontId font) {
    switch (font) {
        case FontId::serif:
            return "serif";
        case FontId::serif_bold:
            return "serif-bold";
        case FontId::serif_italic:
            return "serif-italic";
        case FontId::sans:
            return "sans";
        case FontId::sans_bold:
            return "sans-bold";
        case FontId::fallback:
            return "fallback";
    }
    return "";
}

struct Describe {
    std::string operator()(const TextMark& mark) const {
        return "text " + length(mark.x) + " " + length(mark.baseline) + " " + name_of(mark.font) +
               " " + length(mark.size_pt) +
               (mark.gap > 0 ? " gap " + std::to_string(std::lround(mark.gap * 100)) : "") + " |" +
               mark.text + "|";
    }
    std::string operator()(const LineMark& mark) const {
        return "line " + length(mark.x1) + " " + length(mark.y1) + " to " + length(mark.x2) + " " +
               length(mark.y2);
    }
    std::string operator()(const RectMark& mark) const {
        return (mark.filled ? "fill " : "box ") + place(mark.at);
    }
    std::string operator()(const ImageMark& mark) const {
        return "image " + std::to_string(mark.image) + " " + place(mark.at);
    }
    std::string operator()(const ModulesMark& mark) const {
        return "code " + place(mark.at) + " of " + std::to_string(mark.side) + " modules";
    }
};

}  // namespace

std::size_t count_blanks(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        count += text[at] == ' ' || text.substr(at, 2) == "\u00A0";
    return count;
}

std::string to_text(const std::vector<Page>& pages) {
    std::string text;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        text += "page " + std::to_string(i + 1) + "\n";
        for (const Mark& mark : pages[i].marks) text += "  " + std::visit(Describe{}, mark) + "\n";
    }
    return text;
}

}  // namespace ugoda
