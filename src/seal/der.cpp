#include "seal/der.h"

#include <cstddef>

namespace ugoda {

std::optional<DerPart> take_der(std::string_view& bytes) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    if (bytes.size() < 2 || (byte(0) & 0x1Fu) == 0x1Fu) return std::nullopt;
    std::size_t length = byte(1), at = 2;
    if (length >= 0x80) {
        const std::size_t digits = length - 0x80;
        if (digits == 0 || digits > 4 || bytes.size() < 2 + digits) return std::nullopt;
        for (length = 0; at < 2 + digits; ++at) length = length << 8 | byte(at);
        if (byte(2) == 0 || length < 0x80) return std::nullopt;
    }
    if (length > bytes.size() - at) return std::nullopt;
    const DerPart part{byte(0), bytes.substr(at, length), bytes.substr(0, at + length)};
    bytes.remove_prefix(at + length);
    return part;
}

}  // namespace ugoda
