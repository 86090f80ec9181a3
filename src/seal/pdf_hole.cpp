#include "seal/pdf_hole.h"

#include <algorithm>

#include "base/digest.h"
#include "base/error.h"
#include "seal/seal_room.h"

namespace ugoda {

namespace {

/// From the `<` to behind the `>`.
struct Hole {
    std::size_t begin = 0, end = 0;
};

Hole find_hole(const std::string& pdf, const std::string& mark) {
    const std::size_t at = pdf.find('<' + mark);
    const std::size_t close = at == std::string::npos ? at : pdf.find('>', at);
    if (close == std::string::npos) throw Error(Fault::internal, "seal", "there is no room for it in the PDF", "report this");
    return {at, close + 1};
}

void fill_in_range(std::string& pdf, const Hole& hole) {
    const std::string empty = empty_byte_range();
    const std::size_t at = pdf.rfind(empty, hole.begin);
    if (at == std::string::npos) throw Error(Fault::internal, "seal", "its range is nowhere in the PDF", "report this");
    std::string range = "[0 " + std::to_string(hole.begin) + ' ' + std::to_string(hole.end) + ' ' +
                        std::to_string(pdf.size() - hole.end) + ']';
    range.resize(empty.size(), ' ');
    pdf.replace(at, range.size(), range);
}

}  // namespace

std::string fill_hole(std::string pdf, const std::string& mark, const Seal& seal, const Timestamper& timestamper) {
    const Hole hole = find_hole(pdf, mark);
    fill_in_range(pdf, hole);
    const std::string signature = to_hex(std::string_view(
        seal.sign(pdf.substr(0, hole.begin) + pdf.substr(hole.end), timestamper)));
    const std::size_t room = hole.end - hole.begin - 2;
    if (signature.size() > room) throw Error(Fault::internal, "seal", "it is larger than its room in the PDF", "report this");
    std::fill_n(pdf.begin() + static_cast<std::ptrdiff_t>(hole.begin) + 1, room, '0');
    pdf.replace(hole.begin + 1, signature.size(), signature);
    return pdf;
}

}  // namespace ugoda
