// Room for a seal in a PDF, and for the signatures that may follow it on a screen.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ugoda {

/// A signature field. In points from the lower left corner of the page; all 0: it is not seen.
struct FieldPlace {
    std::string name;  ///< ASCII
    int page = 1;
    double left = 0, bottom = 0, right = 0, top = 0;
};

struct SealRoom {
    std::string mark;         ///< 64 hexadecimal digits that are nowhere else in the file
    std::size_t bytes = 0;    ///< of the signature, at most; at least 32
    std::string by;           ///< whose seal it is
    std::string moment;       ///< a PDF date: D:20260312173005+01'00'
    std::vector<FieldPlace> fields;  ///< left empty, to be signed later
};

/// As /ByteRange and /Contents stand in the PDF until the seal's place in it is known.
[[nodiscard]] std::string empty_byte_range();
[[nodiscard]] std::string marked_hole(const SealRoom& room);

/// `D:20260312173005+01'00'` of an RFC 3339 moment.
[[nodiscard]] std::string pdf_date(const std::string& moment);

}  // namespace ugoda
