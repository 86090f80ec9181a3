#include "picture/big_endian.h"
#include "picture/picture_header.h"
#include "picture/refusal.h"

namespace ugoda {

PictureHeader read_png_header(std::string_view bytes, const std::string& name) {
    constexpr std::size_t signature = 8, around = 12;  // length, type and checksum of a chunk
    constexpr std::string_view ihdr("\0\0\0\x0DIHDR", 8);
    if (bytes.size() < signature + around + 13 || bytes.substr(signature, ihdr.size()) != ihdr)
        throw damaged_picture(name, "its header is missing");
    PictureHeader header;
    header.width = big_endian_32(bytes, 16);
    header.height = big_endian_32(bytes, 20);
    for (std::size_t at = signature; at + around <= bytes.size();) {
        const std::size_t length = big_endian_32(bytes, at);
        if (length > bytes.size() - at - around) break;
        if (bytes.substr(at + 4, 4) == "eXIf" && header.exif.empty())
            header.exif = bytes.substr(at + 8, length);
        at += around + length;
    }
    return header;
}

}  // namespace ugoda
