#include "picture/picture.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace ugoda {

namespace {

using Names = std::pair<std::string_view, std::string_view>;  // leading bytes, media type

constexpr std::array leading = {
    Names{"\xFF\xD8\xFF", "image/jpeg"},
    Names{"\x89PNG\r\n\x1A\n", "image/png"},
    Names{"GIF87a", "image/gif"},
    Names{"GIF89a", "image/gif"},
    Names{std::string_view("II*\0", 4), "image/tiff"},
    Names{std::string_view("MM\0*", 4), "image/tiff"},
    Names{"%PDF-", "application/pdf"},
    Names{"PK\x03\x04", "application/zip"},
    Names{"PK\x05\x06", "application/zip"},
};

/// ISO 14496-12 §4.3: who writes the file names a brand in its first box.
constexpr std::array brands = {
    Names{"heic", "image/heic"}, Names{"heix", "image/heic"},      Names{"hevc", "image/heic"},
    Names{"hevx", "image/heic"}, Names{"heim", "image/heic"},      Names{"heis", "image/heic"},
    Names{"avif", "image/avif"}, Names{"avis", "image/avif"},      Names{"mif1", "image/heif"},
    Names{"msf1", "image/heif"}, Names{"qt  ", "video/quicktime"},
};

constexpr std::array film_brands = {"isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1",
                                    "M4V ", "M4A ", "3gp4", "3gp5", "3gp6", "3g2a", "mmp4", "MSNV"};

std::string_view type_of_brand(std::string_view brand) {
    for (const auto& [name, type] : brands)
        if (brand == name) return type;
    const bool film = std::ranges::find(film_brands, brand) != film_brands.end();
    return film ? "video/mp4" : "";
}

/// `mif1` and `msf1` only say "some HEIF picture": a compatible brand may say which.
std::string type_of_brands(std::string_view bytes) {
    std::string_view type = type_of_brand(bytes.substr(8, 4));
    const auto box = std::min<std::size_t>(bytes.size(), static_cast<unsigned char>(bytes[3]));
    for (std::size_t at = 16; type == "image/heif" && at + 4 <= box; at += 4) {
        const std::string_view closer = type_of_brand(bytes.substr(at, 4));
        if (closer.starts_with("image/")) type = closer;
    }
    return std::string(type);
}

}  // namespace

std::string media_type(std::string_view bytes) {
    for (const auto& [start, type] : leading)
        if (bytes.starts_with(start)) return std::string(type);
    if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP")
        return "image/webp";
    if (bytes.size() >= 12 && bytes.substr(4, 4) == "ftyp") return type_of_brands(bytes);
    const bool text =
        !bytes.empty() && bytes.find('\0') == std::string_view::npos && is_utf8(bytes);
    return text ? "text/plain" : "";
}

bool needs_worker(std::string_view media_type) {
    constexpr std::array risky = {"image/heic", "image/heif", "image/webp", "image/tiff"};
    return std::ranges::find(risky, media_type) != risky.end();
}

}  // namespace ugoda
