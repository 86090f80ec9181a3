#include <optional>

#include "picture/big_endian.h"
#include "picture/finish.h"
#include "picture/picture_header.h"
#include "picture/refusal.h"

namespace ugoda {

namespace {

/// Cameras write about ten; every further one costs a pass over the whole picture.
constexpr int most_scans = 32;

struct Segment {
    unsigned char marker = 0;
    std::string_view content;  ///< without marker and length
};

constexpr bool stands_alone(unsigned char marker) {
    return marker == 0x00 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

constexpr bool is_frame(unsigned char marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Walks the segments of ITU-T T.81 annex B; picture data between them is passed over.
class Segments {
  public:
    explicit Segments(std::string_view bytes) : bytes_(bytes) {}

    /// Nothing at the end mark, and when the bytes run out before it.
    [[nodiscard]] std::optional<Segment> next() {
        while ((at_ = bytes_.find('\xFF', at_)) != std::string_view::npos) {
            at_ = bytes_.find_first_not_of('\xFF', at_);
            if (at_ == std::string_view::npos) break;
            const auto marker = static_cast<unsigned char>(bytes_[at_++]);
            if (marker == 0xD9) {
                ended_ = true;
                break;
            }
            if (stands_alone(marker)) continue;
            if (at_ + 2 > bytes_.size()) break;
            const std::size_t length = big_endian_16(bytes_, at_);
            if (length < 2 || at_ + length > bytes_.size()) break;
            const Segment segment{marker, bytes_.substr(at_ + 2, length - 2)};
            at_ += length;
            return segment;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool ended() const { return ended_; }

  private:
    std::string_view bytes_;
    std::size_t at_ = 2;
    bool ended_ = false;
};

[[noreturn]] void refuse(const std::string& name, const std::string& what) {
    throw Error(Fault::input, name, what,
                "open it in a picture program and save it as an ordinary JPEG");
}

void read_frame(PictureHeader& header, const Segment& frame, const std::string& name) {
    if (frame.marker > 0xC2)
        refuse(name, frame.marker == 0xC9 || frame.marker == 0xCA
                         ? "is an arithmetic-coded JPEG, which few programs can read"
                         : "is a lossless or layered JPEG, which few programs can read");
    if (frame.content.size() < 6) throw damaged_picture(name, "its header is cut short");
    const auto bits = static_cast<unsigned char>(frame.content[0]);
    const auto colours = static_cast<unsigned char>(frame.content[5]);
    if (bits != 8) refuse(name, "is a JPEG of " + std::to_string(bits) + " bits, not 8");
    if (colours == 4) refuse(name, "is in printing colours (CMYK)");
    if (colours != 1 && colours != 3) throw damaged_picture(name, "its number of colours is wrong");
    header.height = big_endian_16(frame.content, 1);
    header.width = big_endian_16(frame.content, 3);
}

void read_application_data(PictureHeader& header, const Segment& segment) {
    constexpr std::string_view exif("Exif\0\0", 6), icc("ICC_PROFILE\0", 12);
    if (segment.marker == 0xE1 && header.exif.empty() && segment.content.starts_with(exif))
        header.exif = segment.content.substr(exif.size());
    const bool first_part = segment.content.size() > 13 && segment.content[12] == 1;
    if (segment.marker == 0xE2 && first_part && segment.content.starts_with(icc))
        header.other_colours = !names_srgb(segment.content);
}

}  // namespace

PictureHeader read_jpeg_header(std::string_view bytes, const std::string& name) {
    PictureHeader header;
    Segments segments(bytes);
    bool framed = false;
    int scans = 0;
    while (const auto segment = segments.next()) {
        if (is_frame(segment->marker) && !framed) {
            read_frame(header, *segment, name);
            framed = true;
        } else if (segment->marker == 0xDA) {
            if (++scans > most_scans)
                refuse(name, "is a JPEG in more layers than any camera makes");
        } else {
            read_application_data(header, *segment);
        }
    }
    if (!framed || scans == 0) throw damaged_picture(name, "it ends before the picture begins");
    header.cut_short = !segments.ended();
    return header;
}

}  // namespace ugoda
