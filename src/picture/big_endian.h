// Numbers as JPEG and PNG write them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ugoda {

/// The two bytes at `at`, which must exist.
[[nodiscard]] inline std::uint16_t big_endian_16(std::string_view bytes, std::size_t at) {
    const auto high = static_cast<unsigned char>(bytes[at]);
    const auto low = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint16_t>(high << 8 | low);
}

/// The four bytes at `at`, which must exist.
[[nodiscard]] inline std::uint32_t big_endian_32(std::string_view bytes, std::size_t at) {
    return std::uint32_t{big_endian_16(bytes, at)} << 16 | big_endian_16(bytes, at + 2);
}

}  // namespace ugoda
