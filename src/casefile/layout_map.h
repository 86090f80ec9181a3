// Which box is where on which page of an issued copy: what a returned scan is compared
// with. Stored with the record; the JSON form is permanent.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"

namespace ugoda {

/// Millimetres from the top left corner of the page.
struct Rect {
    double x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Rect&) const = default;
};

enum class BoxKind {
    signature,   ///< where a person signs
    initials,    ///< where a party initials a page or the photographs
    pen,         ///< a line or box to be written on: date, hour, a missing answer
    date,        ///< a printed date or time that must not change
    amount,      ///< a printed amount, in figures or in words
    photograph,  ///< a printed photograph
    code,        ///< the page code, the checkpoint's code
    corner       ///< one of the four corner marks
};

struct Box {
    BoxKind kind = BoxKind::signature;
    std::string name;  ///< "client", "refund_amount", "photo 3", "top-left"…
    int page = 1;      ///< from 1
    Rect at;

    bool operator==(const Box&) const = default;
};

struct LayoutMap {
    double page_width = 210, page_height = 297;  ///< millimetres
    int pages = 0;
    std::vector<Box> boxes;

    bool operator==(const LayoutMap&) const = default;
};

/// Lengths are rounded to 0.01 mm, as whole hundredths.
[[nodiscard]] Json to_json(const LayoutMap& map);
/// Throws Error(Fault::storage) at `where` when it is not a layout map.
[[nodiscard]] LayoutMap layout_map_from(const Json& value, const std::string& where);

}  // namespace ugoda
