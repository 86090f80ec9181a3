// Codes for machines as black and white modules: QR codes and the corner marks by which a
// scanned page is laid straight. Where they stand is the page's business.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ugoda {

/// Row by row, true is black; no quiet zone.
struct Modules {
    std::size_t side = 0;
    std::vector<bool> black;
};

/// QR code (ISO 18004) of those bytes, level Q, the smallest version that holds them. Throws
/// Error(Fault::wording) when none does.
[[nodiscard]] Modules qr_code(std::string_view bytes);

/// ArUco mark 0…3 of the dictionary 4x4_50 with its black border: 6 by 6 modules.
[[nodiscard]] Modules corner_mark(std::size_t id);

}  // namespace ugoda
