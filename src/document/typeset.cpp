#include "document/typeset.h"

#include <algorithm>

#include "document/block_strips.h"
#include "document/page_frame.h"
#include "document/paginator.h"
#include "document/photo_fit.h"

namespace ugoda {

namespace {

/// Boxes to sign stand under at least that many lines of what is signed.
constexpr int lines_over_signatures = 3;

/// Ties the end of `strips` to what comes next.
void keep_tail(Strips& strips, int lines) {
    for (auto strip = strips.rbegin(); strip != strips.rend() && lines > 0; ++strip) {
        if (strip->kind == StripKind::page_break) return;
        strip->sticks = true;
        if (strip->kind != StripKind::heading) --lines;
    }
}

/// A paragraph below boxes to sign that does not lead to others: it is not left alone overleaf.
bool is_note_below_boxes(const std::vector<Block>& blocks, std::size_t at) {
    const auto signs = [&](std::size_t i) {
        return i < blocks.size() && std::holds_alternative<Signatures>(blocks[i]);
    };
    return at > 0 && signs(at - 1) && std::holds_alternative<Paragraph>(blocks[at]) && !signs(at + 1);
}

/// The checkpoint never stands alone on a page: the last row of boxes before it, or the last
/// lines, go with it. How many strips that are, given those of each block so far.
int strips_before_checkpoint(const std::vector<Block>& blocks, const std::vector<std::size_t>& strips) {
    constexpr std::size_t most_lines = 3;
    std::size_t lines = 0;
    for (std::size_t at = strips.size(); at > 0 && std::holds_alternative<Paragraph>(blocks[at - 1]); --at)
        lines += strips[at - 1];
    return static_cast<int>(std::min(lines, most_lines)) + 1;
}

Strips strips_of_all(const std::vector<Block>& blocks, const Measure& measure, Body body) {
    Strips all;
    std::vector<std::size_t> counts;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (std::holds_alternative<Signatures>(blocks[i])) keep_tail(all, lines_over_signatures);
        if (std::holds_alternative<Table>(blocks[i])) keep_tail(all, 1);  // its lead-in
        if (is_note_below_boxes(blocks, i)) keep_tail(all, 1);
        if (std::holds_alternative<CheckpointPanel>(blocks[i]))
            keep_tail(all, strips_before_checkpoint(blocks, counts));
        const double tallest = std::holds_alternative<PhotoRow>(blocks[i])
                                   ? tallest_photo(blocks, i, measure, body.bottom - body.top)
                                   : 0;
        Strips strips = strips_of(blocks[i], measure, tallest);
        if (leads_to_initials(blocks, i))
            for (Strip& strip : strips) strip.sticks = true;
        counts.push_back(strips.size());
        append(all, std::move(strips));
    }
    return all;
}

}  // namespace

Typeset typeset(const std::vector<Block>& blocks, const FontSet& fonts,
                const TypesetOptions& options) {
    const Measure measure{fonts, options.locale, side_margin, page_width - 2 * side_margin};
    const Body body = body_of(options, fonts);
    std::vector<FilledPage> filled = paginate(strips_of_all(blocks, measure, body), body);
    const int count = static_cast<int>(filled.size());
    Typeset set{{}, {page_width, page_height, count, {}}};
    for (int number = 1; FilledPage & page : filled) {
        const Strip frame = frame_of(options, fonts, number, count);
        page.page.marks.insert(page.page.marks.begin(), frame.marks.begin(), frame.marks.end());
        set.map.boxes.insert(set.map.boxes.end(), frame.boxes.begin(), frame.boxes.end());
        for (Box& box : page.boxes) {
            box.page = number;
            set.map.boxes.push_back(box);
        }
        set.pages.push_back(std::move(page.page));
        ++number;
    }
    return set;
}

}  // namespace ugoda
