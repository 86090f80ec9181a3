#include "seal/truetype.h"

#include <algorithm>

#include "base/error.h"

namespace ugoda {

namespace {

[[noreturn]] void refuse(const std::string& what) {
    throw Error(Fault::internal, "PDF/A", what, "install ugoda again");
}

}  // namespace

TrueType::TrueType(std::string bytes) : bytes_(std::move(bytes)) {
    constexpr std::size_t directory = 12, entry = 16;
    const std::size_t count = word(4);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = directory + entry * i;
        const std::size_t offset = double_word(at + 8);
        tables_[bytes_.substr(at, 4)] = offset;
    }
    units_per_em_ = std::max<std::size_t>(1, word(table("head") + 18));
    has_long_offsets_ = word(table("head") + 50) != 0;
    advances_ = std::max<std::size_t>(1, word(table("hhea") + 34));
    glyphs_ = word(table("maxp") + 4);
}

std::size_t TrueType::table(const std::string& tag) const {
    const auto found = tables_.find(tag);
    if (found == tables_.end()) refuse("a font has no table " + tag);
    return found->second;
}

std::size_t TrueType::word(std::size_t at) const {
    if (at + 2 > bytes_.size()) refuse("a font ends too early");
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes_[at])) << 8 |
           static_cast<unsigned char>(bytes_[at + 1]);
}

std::size_t TrueType::double_word(std::size_t at) const { return word(at) << 16 | word(at + 2); }

std::size_t TrueType::outline_start(std::size_t glyph) const {
    const std::size_t offsets = table("loca");
    return has_long_offsets_ ? double_word(offsets + 4 * glyph) : 2 * word(offsets + 2 * glyph);
}

bool TrueType::is_drawn(std::size_t glyph) const {
    return glyph < glyphs_ && outline_start(glyph + 1) > outline_start(glyph);
}

std::int64_t TrueType::advance(std::size_t glyph) const {
    const std::size_t units = word(table("hmtx") + 4 * std::min(glyph, advances_ - 1));
    return static_cast<std::int64_t>(units * 1000 / units_per_em_);
}

std::int64_t TrueType::cap_height() const {
    constexpr std::size_t first_version_with_it = 2, offset = 88;
    constexpr std::int64_t usual = 700;
    const std::size_t os2 = table("OS/2");
    if (word(os2) < first_version_with_it) return usual;
    return static_cast<std::int64_t>(word(os2 + offset) * 1000 / units_per_em_);
}

}  // namespace ugoda
