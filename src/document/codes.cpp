#include "document/codes.h"

#include <qrencode.h>

#include <array>
#include <cstdint>

#include "base/error.h"
#include "base/handle.h"

namespace ugoda {

namespace {

/// The first four marks of OpenCV's DICT_4X4_50, four rows of four, first row in the high
/// bits, 1 is white. Permanent: they stand on paper.
constexpr std::array<std::uint16_t, 4> corner_bits{0xB532, 0x0F9A, 0x332D, 0x9946};

constexpr std::size_t inner = 4, border = 1;

}  // namespace

Modules qr_code(std::string_view bytes) {
    const Handle<QRcode, QRcode_free> code{
        QRcode_encodeData(static_cast<int>(bytes.size()),
                          reinterpret_cast<const unsigned char*>(bytes.data()), 0, QR_ECLEVEL_Q)};
    if (!code)
        throw Error(Fault::wording, "code of " + std::to_string(bytes.size()) + " bytes",
                    "no QR code holds it", "shorten it to 1600 bytes");
    Modules modules{static_cast<std::size_t>(code->width), {}};
    for (std::size_t i = 0; i < modules.side * modules.side; ++i)
        modules.black.push_back((code->data[i] & 1) != 0);
    return modules;
}

Modules corner_mark(std::size_t id) {
    Modules mark{inner + 2 * border, std::vector<bool>((inner + 2) * (inner + 2), true)};
    for (std::size_t row = 0; row < inner; ++row)
        for (std::size_t column = 0; column < inner; ++column) {
            const std::size_t bit = inner * inner - 1 - (row * inner + column);
            mark.black[(row + border) * mark.side + column + border] =
                (corner_bits.at(id) >> bit & 1) == 0;
        }
    return mark;
}

}  // namespace ugoda
