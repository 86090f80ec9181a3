#include "document/fonts.h"

#include <array>
#include <cstdint>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace ugoda {

namespace {

/// In the order of FontId.
constexpr std::array<const char*, 6> names{"NotoSerif-Regular", "NotoSerif-Bold",
                                           "NotoSerif-Italic",  "NotoSans-Regular",
                                           "NotoSans-Bold",     "DejaVuSans"};
constexpr std::uint16_t absent = 0xFFFF;
constexpr double mm_per_point = 25.4 / 72;

/// Advance widths by code point, in units of the font.
struct Widths {
    double units_per_em = 1000;
    std::vector<std::uint16_t> advance;

    [[nodiscard]] std::uint16_t of(char32_t character) const {
        return character < advance.size() ? advance[character] : absent;
    }
};

std::uint16_t number_at(const std::string& bytes, std::size_t at) {
    const auto high = static_cast<unsigned char>(bytes[at]);
    const auto low = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint16_t>(high << 8 | low);
}

/// The format is described in scripts/build_fonts.py.
Widths read_widths(const std::filesystem::path& file) {
    const std::string bytes = read_file(file, 1u << 20, Fault::wording);
    if (bytes.size() < 10 || bytes.size() % 4 != 2 || bytes.substr(0, 4) != "UGW1")
        throw Error(Fault::wording, file.string(), "this is not a table of widths",
                    "install ugoda again");
    Widths widths;
    widths.units_per_em = number_at(bytes, 4);
    widths.advance.assign(number_at(bytes, bytes.size() - 4) + std::size_t{1}, absent);
    for (std::size_t at = 6; at < bytes.size(); at += 4) {
        const std::uint16_t character = number_at(bytes, at);
        if (character < widths.advance.size()) widths.advance[character] = number_at(bytes, at + 2);
    }
    return widths;
}

}  // namespace

struct FontSet::Tables {
    std::array<Widths, names.size()> of;
};

FontSet::FontSet(std::filesystem::path folder)
    : tables_(std::make_unique<Tables>()), folder_(std::move(folder)) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        tables_->of[i] = read_widths(folder_ / (std::string(names[i]) + ".widths"));
        const auto font = file(static_cast<FontId>(i));
        if (std::error_code failed; !std::filesystem::is_regular_file(font, failed))
            throw Error(Fault::wording, font.string(), "the font is missing",
                        "install ugoda again");
    }
}

FontSet::~FontSet() = default;
FontSet::FontSet(FontSet&&) noexcept = default;

bool FontSet::has(FontId font, char32_t character) const {
    return tables_->of[static_cast<std::size_t>(font)].of(character) != absent;
}

double FontSet::width(FontId font, std::string_view text, double size_pt) const {
    const Widths& widths = tables_->of[static_cast<std::size_t>(font)];
    std::uint64_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint16_t advance = widths.of(next_code_point(text, at));
        if (advance != absent) units += advance;
    }
    return static_cast<double>(units) / widths.units_per_em * size_pt * mm_per_point;
}

std::filesystem::path FontSet::file(FontId font) const {
    return folder_ / (std::string(names[static_cast<std::size_t>(font)]) + ".ttf");
}

}  // namespace ugoda
