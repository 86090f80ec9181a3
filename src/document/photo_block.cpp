// The photo sheet: pictures side by side with their captions, and the line for initials.
#include <algorithm>

#include "base/error.h"
#include "document/block_strips.h"
#include "document/line.h"

namespace ugoda {

namespace {

constexpr double half_gap = 6;
constexpr double above_row = 2.5, below_row = 1;
constexpr double caption_gap = 1.4;
constexpr double initials_height = 12;

Measure left_half(const Measure& all) { return all.part(0, (all.width - half_gap) / 2); }
Measure right_half(const Measure& all) {
    return all.part((all.width + half_gap) / 2, (all.width - half_gap) / 2);
}

double aspect(const PhotoPlate& plate) {
    if (plate.width_px < 1 || plate.height_px < 1)
        throw Error(Fault::wording, "photo " + std::to_string(plate.number),
                    "its size is not known", "add the photograph again");
    return static_cast<double>(plate.width_px) / plate.height_px;
}

/// The room for one picture.
struct Room {
    double width = 0, height = 0;
};

double height_in(Room room, const PhotoPlate& plate) {
    return std::min(room.height, room.width / aspect(plate));
}

/// Like shapes stand at one height, so that before and after compare; a panorama does not
/// shrink its neighbour.
struct Heights {
    double left = 0, right = 0;
};

Heights heights_of(const PhotoRow& row, Room room) {
    Heights heights{row.left ? height_in(room, *row.left) : 0,
                    row.right ? height_in(room, *row.right) : 0};
    if (!row.left || !row.right) return heights;
    const double a = aspect(*row.left), b = aspect(*row.right);
    if (std::max(a, b) <= 2 * std::min(a, b))
        heights.left = heights.right = std::min(heights.left, heights.right);
    return heights;
}

/// The picture stands on the lower edge of the strip, flush with its caption.
void place_picture(Strip& strip, const PhotoPlate& plate, double height, const Measure& half) {
    const double width = height * aspect(plate);
    const Rect at{half.left, strip.height - height, width, height};
    strip.marks.push_back(ImageMark{at, plate.image});
    strip.boxes.push_back({BoxKind::photograph, "photo " + std::to_string(plate.number), 1, at});
}

Strips caption_strips(const PhotoPlate& plate, const Measure& half) {
    Strips strips = set_text(plate.title, styles::caption_title, half);
    for (const std::string& line : plate.lines)
        append(strips, set_text(line, styles::caption, half));
    return strips;
}

}  // namespace

Strips strips_of(const PhotoRow& row, const Measure& measure, double tallest) {
    const Measure left = left_half(measure), right = right_half(measure);
    const Heights heights = heights_of(row, {left.width, tallest});
    Strip pictures;
    pictures.kind = StripKind::figure;
    pictures.height = std::max(heights.left, heights.right);
    std::vector<Strips> captions;
    if (row.left) {
        place_picture(pictures, *row.left, heights.left, left);
        captions.push_back(caption_strips(*row.left, left));
    }
    if (row.right) {
        place_picture(pictures, *row.right, heights.right, right);
        captions.push_back(caption_strips(*row.right, right));
    }
    if (captions.empty()) return {};
    pictures.space_before = above_row;
    pictures.height += caption_gap;
    Strips strips{pictures};
    append(strips, side_by_side(captions));
    strips.back().height += below_row;
    stick_together(strips);
    return strips;
}

Strips strips_of(const InitialsLine& line, const Measure& measure) {
    Strips strips;
    for (std::size_t i = 0; i < line.cells.size(); i += 2) {
        Strip boxes;
        boxes.kind = StripKind::figure;
        std::vector<Strips> captions;
        for (std::size_t k = i; k < std::min(i + 2, line.cells.size()); ++k) {
            const Measure cell = k == i ? left_half(measure) : right_half(measure);
            captions.push_back(set_text(line.cells[k].caption, styles::caption, cell));
            const Rect at{cell.left, 0.6, cell.width, initials_height};
            boxes.marks.push_back(RectMark{at, false, 0.6, 0});
            boxes.boxes.push_back({BoxKind::initials, line.cells[k].name, 1, at});
        }
        boxes.height = initials_height + 1.2;
        Strips rows = side_by_side(captions);
        rows.push_back(boxes);
        rows.front().space_before = 3;
        append(strips, std::move(rows));
    }
    stick_together(strips);
    return strips;
}

}  // namespace ugoda
