#include "document/page_frame.h"

#include <algorithm>
#include <array>

#include "document/codes.h"
#include "document/line.h"

namespace ugoda {

namespace {

constexpr double top_of_header = 10;
constexpr double code_side = 22, code_quiet = 3;  ///< quiet: four modules and a little
constexpr double mark_side = 8, mark_edge = 7;
constexpr double body_gap = 5;
constexpr double bottom_of_footer = 288;
constexpr double initials_width = 30, initials_height = 11, initials_gap = 4;
constexpr double footer_gap = 5;

constexpr TextStyle title_style{.is_sans = true, .is_bold = true, .size_pt = 10, .leading = 4.8};
constexpr TextStyle draft_style{
    .is_sans = true, .is_bold = true, .size_pt = 26, .leading = 11.5, .grey = 0.45};
constexpr TextStyle header_style{.is_sans = true, .size_pt = 8, .leading = 3.6};
constexpr TextStyle code_style{.is_sans = true, .is_bold = true, .size_pt = 8, .leading = 3.6};
constexpr TextStyle footer_style{.is_sans = true, .size_pt = 7.5, .leading = 3.4, .grey = 0.25};

std::string filled(std::string text, const std::string& tag, int number) {
    for (std::size_t at = text.find(tag); at != std::string::npos; at = text.find(tag))
        text.replace(at, tag.size(), std::to_string(number));
    return text;
}

bool has_codes(const TypesetOptions& options) {
    return options.code.has_value() && options.frame.draft.empty();
}

std::string page_of(const PageFrame& frame, int page, int pages) {
    return filled(filled(frame.page_of, "{page}", page), "{pages}", pages);
}

ModulesMark modules_mark(Modules modules, Rect at) {
    return {at, modules.side, std::move(modules.black)};
}

PageCode code_of_page(PageCode code, int page, int pages) {
    code.page = page;
    code.pages = pages;
    return code;
}

/// Left of the code, from the top: what this is, which copy, which page.
Strip header_text(const TypesetOptions& options, const FontSet& fonts, int page, int pages) {
    const PageFrame& frame = options.frame;
    const double beside = has_codes(options) ? code_side + 2 * code_quiet : 0;
    const Measure measure{fonts, options.locale, side_margin,
                          page_width - 2 * side_margin - beside};
    Strips lines;
    if (!frame.draft.empty()) append(lines, set_text(frame.draft, draft_style, measure));
    append(lines, set_text(frame.title, title_style, measure));
    for (const std::string& line : frame.header)
        append(lines, set_text(line, header_style, measure));
    append(lines, set_text(page_of(frame, page, pages), header_style, measure));
    if (has_codes(options))
        append(lines,
               set_text(short_code(code_of_page(*options.code, page, pages)), code_style, measure));
    return stacked(lines);
}

/// Where the rule under the header stands.
double bottom_of_header(const TypesetOptions& options, const FontSet& fonts) {
    constexpr int longest_number = 888;
    constexpr double text_gap = 2;
    const double text = header_text(options, fonts, longest_number, longest_number).height;
    const double code = has_codes(options) ? code_side + code_quiet : 0;
    return top_of_header + std::max(text + text_gap, code);
}

struct Corner {
    const char* name;
    double x, y;
};

constexpr double far_x = page_width - mark_edge - mark_side;
constexpr double far_y = page_height - mark_edge - mark_side;
/// In the order of the marks' ids.
constexpr std::array<Corner, 4> corners{{{"top-left", mark_edge, mark_edge},
                                         {"top-right", far_x, mark_edge},
                                         {"bottom-right", far_x, far_y},
                                         {"bottom-left", mark_edge, far_y}}};

void add_codes(Strip& frame, const PageCode& code) {
    const Rect at{page_width - side_margin - code_side, top_of_header, code_side, code_side};
    frame.marks.push_back(modules_mark(qr_code(to_text(code)), at));
    frame.boxes.push_back({BoxKind::code, "page", code.page, at});
    for (std::size_t id = 0; id < corners.size(); ++id) {
        const Rect corner{corners[id].x, corners[id].y, mark_side, mark_side};
        frame.marks.push_back(modules_mark(corner_mark(id), corner));
        frame.boxes.push_back({BoxKind::corner, corners[id].name, code.page, corner});
    }
}

std::string initials_name(std::size_t place) {
    if (place == 0) return "initials salon";
    return place == 1 ? "initials client" : "initials " + std::to_string(place + 1);
}

/// Beside the parties' names stand the boxes for their initials, if any, salon first.
Strip footer_of(const TypesetOptions& options, const FontSet& fonts) {
    const std::vector<std::string>& captions = options.frame.initials;
    const Measure all{fonts, options.locale, side_margin, page_width - 2 * side_margin};
    const double boxes_width =
        static_cast<double>(captions.size()) * (initials_width + initials_gap);
    std::vector<Strips> columns;
    Strip boxes;
    for (std::size_t i = 0; i < captions.size(); ++i) {
        const Measure cell = all.part(all.width - boxes_width + initials_gap +
                                          static_cast<double>(i) * (initials_width + initials_gap),
                                      initials_width);
        columns.push_back(set_text(captions[i], footer_style, cell));
        const Rect at{cell.left, 0.5, initials_width, initials_height};
        boxes.marks.push_back(RectMark{at, false, 0.5, 0});
        boxes.boxes.push_back({BoxKind::initials, initials_name(i), 1, at});
        boxes.height = initials_height + 0.5;
    }
    Strip right = stacked(side_by_side(columns));
    overlay(right, boxes, right.height);
    const Strip left =
        stacked(set_text(options.frame.footer, footer_style, all.part(0, all.width - boxes_width)));
    Strip footer;
    footer.height = std::max(left.height, right.height);
    overlay(footer, left, footer.height - left.height);
    overlay(footer, right, footer.height - right.height);
    return footer;
}

}  // namespace

Body body_of(const TypesetOptions& options, const FontSet& fonts) {
    return {bottom_of_header(options, fonts) + body_gap,
            bottom_of_footer - footer_of(options, fonts).height - footer_gap};
}

Strip frame_of(const TypesetOptions& options, const FontSet& fonts, int page, int pages) {
    Strip frame;
    overlay(frame, header_text(options, fonts, page, pages), top_of_header);
    const double rule = bottom_of_header(options, fonts);
    frame.marks.push_back(LineMark{side_margin, rule, page_width - side_margin, rule, 0.5, 0});
    const Strip footer = footer_of(options, fonts);
    overlay(frame, footer, bottom_of_footer - footer.height);
    if (has_codes(options)) add_codes(frame, code_of_page(*options.code, page, pages));
    for (Box& box : frame.boxes) box.page = page;
    return frame;
}

}  // namespace ugoda
