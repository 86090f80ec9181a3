#include "document/line.h"

#include <algorithm>
#include <optional>

namespace ugoda {

namespace {

/// A hand needs more room than type: added above and below a line with a pen line in it.
constexpr double pen_above = 2.2, pen_below = 0.8;
constexpr double pen_width_pt = 0.4;
/// A gap wider than this looks torn: the paragraph is then left ragged, all of it.
constexpr double widest_gap = 2.2;

bool is_pen(const Fragment& fragment) { return fragment.run->pen_mm > 0; }

std::optional<BoxKind> kind_of(const Fragment& fragment) {
    if (is_pen(fragment)) return BoxKind::pen;
    if (fragment.run->guard == Guard::date) return BoxKind::date;
    if (fragment.run->guard == Guard::amount) return BoxKind::amount;
    return std::nullopt;
}

/// Figures of an amount are never widened: no room for another digit.
std::size_t stretching_blanks(const Fragment& fragment) {
    const bool is_figures =
        fragment.run->guard == Guard::amount && fragment.text.find(' ') == std::string::npos;
    return is_figures ? 0 : count_blanks(fragment.text);
}

/// What each blank must be widened by to fill the line; 0: it stays as it is.
double gap_of(const Line& line, double width) {
    if (line.ends_paragraph) return 0;
    std::size_t blanks = 0;
    for (const Fragment& fragment : line.fragments) blanks += stretching_blanks(fragment);
    return blanks == 0 ? 0 : std::max(0.0, width - line.width) / static_cast<double>(blanks);
}

bool can_be_justified(const std::vector<Line>& lines, double width) {
    return std::all_of(lines.begin(), lines.end(),
                       [width](const Line& line) { return gap_of(line, width) <= widest_gap; });
}

/// Draws the fragments of one line from left to right.
class LineSetter {
  public:
    LineSetter(const TextStyle& style, double x, double baseline, double gap)
        : style_(style), x_(x), baseline_(baseline), gap_(gap) {}

    void add(const Fragment& fragment) {
        const std::size_t blanks = stretching_blanks(fragment);
        const double width = fragment.width + gap_ * static_cast<double>(blanks);
        if (is_pen(fragment))
            strip.marks.push_back(LineMark{x_, baseline_, x_ + width, baseline_, pen_width_pt, 0});
        else
            add_text(fragment, blanks > 0 ? gap_ : 0);
        if (const auto kind = kind_of(fragment)) add_box(*kind, fragment.run->field, width);
        x_ += width;
        last_font_ = is_pen(fragment) ? std::nullopt : std::optional(fragment.font);
    }

    Strip strip;

  private:
    /// Text goes on in the mark before it as long as font and gap are the same.
    void add_text(const Fragment& fragment, double gap) {
        if (last_font_ == fragment.font && std::get<TextMark>(strip.marks.back()).gap == gap)
            std::get<TextMark>(strip.marks.back()).text += fragment.text;
        else
            strip.marks.push_back(TextMark{x_, baseline_, fragment.font, style_.size_pt,
                                           fragment.text, style_.grey, gap});
    }

    /// One answer in several fonts is one box.
    void add_box(BoxKind kind, const std::string& name, double width) {
        const double size = style_.size_pt * mm_per_point;
        if (!strip.boxes.empty()) {
            Box& last = strip.boxes.back();
            if (last.kind == kind && last.name == name && kind != BoxKind::pen &&
                last.at.x + last.at.width > x_ - 0.01) {
                last.at.width += width;
                return;
            }
        }
        const Rect at = kind == BoxKind::pen
                            ? Rect{x_, baseline_ - 5.6, width, 6.4}
                            : Rect{x_, baseline_ - 0.82 * size, width, 1.08 * size};
        strip.boxes.push_back({kind, name, 1, at});
    }

    const TextStyle& style_;
    double x_, baseline_, gap_;
    std::optional<FontId> last_font_;
};

Strip set_line(const Line& line, const TextStyle& style, const Measure& measure, double gap) {
    const bool has_pen = std::any_of(line.fragments.begin(), line.fragments.end(), is_pen);
    const double offset =
        style.alignment == Alignment::centred ? (measure.width - line.width) / 2 : 0;
    LineSetter setter(style, measure.left + offset, style.baseline() + (has_pen ? pen_above : 0),
                      gap);
    for (const Fragment& fragment : line.fragments) setter.add(fragment);
    setter.strip.height = style.leading + (has_pen ? pen_above + pen_below : 0);
    setter.strip.baseline = style.baseline() + (has_pen ? pen_above : 0);
    return std::move(setter.strip);
}

}  // namespace

Strips set_text(const Runs& runs, const TextStyle& style, const Measure& measure) {
    Strips strips;
    const std::vector<Line> lines = break_lines(runs, style, measure);
    const bool justifies =
        style.alignment == Alignment::justified && can_be_justified(lines, measure.width);
    for (const Line& line : lines)
        strips.push_back(
            set_line(line, style, measure, justifies ? gap_of(line, measure.width) : 0));
    stick_ends(strips);
    return strips;
}

Strips set_text(const std::string& text, const TextStyle& style, const Measure& measure) {
    return set_text(Runs{Run{text, Face::regular, {}, Guard::none, 0}}, style, measure);
}

Strips set_parts(const std::vector<Runs>& parts, const TextStyle& style, const Measure& measure,
                 double gap) {
    Strips strips;
    for (const Runs& part : parts) {
        Strips set = set_text(part, style, measure);
        if (!set.empty() && !strips.empty()) set.front().space_before += gap;
        append(strips, std::move(set));
    }
    return strips;
}

bool has_amount(const std::vector<Runs>& parts) {
    return std::any_of(parts.begin(), parts.end(), [](const Runs& runs) {
        return std::any_of(runs.begin(), runs.end(),
                           [](const Run& run) { return run.guard == Guard::amount; });
    });
}

}  // namespace ugoda
