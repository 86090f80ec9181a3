#include "seal/seal_room.h"

namespace ugoda {

std::string empty_byte_range() { return "[0 9999999999 9999999999 9999999999]"; }

std::string marked_hole(const SealRoom& room) {
    std::string hole = '<' + room.mark;
    hole.resize(1 + 2 * room.bytes, '0');
    return hole + '>';
}

std::string pdf_date(const std::string& moment) {
    if (moment.size() != std::string_view("2026-03-12T17:30:05+01:00").size()) return {};
    const auto part = [&](std::size_t at, std::size_t length) { return moment.substr(at, length); };
    return "D:" + part(0, 4) + part(5, 2) + part(8, 2) + part(11, 2) + part(14, 2) + part(17, 2) + part(19, 3) + '\'' +
           part(23, 2) + '\'';
}

}  // namespace ugoda
