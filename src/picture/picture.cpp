#include "picture/picture.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "picture/editors.h"
#include "picture/exif.h"
#include "picture/jpeg.h"
#include "picture/png.h"
#include "picture/refusal.h"

namespace ugoda {

namespace {

/// 300 dots an inch on a print of 85 mm, half the width of a page.
constexpr int printable_side = 1000;

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

std::string megapixels(std::uint64_t pixels) {
    return std::to_string(pixels / 1'000'000) + " megapixels";
}

void hold_to_limits(const PictureHeader& header, const std::string& name,
                    const PictureLimits& limits) {
    const std::uint64_t pixels = std::uint64_t{header.width} * header.height;
    if (pixels == 0) throw damaged_picture(name, "its width or height is zero");
    if (pixels > limits.pixels)
        throw Error(Fault::input, name,
                    "has " + std::to_string(header.width) + " x " + std::to_string(header.height) +
                        " pixels, more than " + megapixels(limits.pixels),
                    "save a smaller copy, and keep the original");
}

void hold_to_limits(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    if (bytes.empty())
        throw Error(Fault::input, name, "is empty", "copy it again from the camera or telephone");
    if (bytes.size() > limits.bytes)
        throw Error(Fault::input, name,
                    "has " + megabytes(bytes.size()) + ", more than " + megabytes(limits.bytes),
                    "save a smaller copy, and keep the original");
}

PhotoFacts facts_of(const PictureHeader& header, Exif exif) {
    PhotoFacts facts;
    const bool lying = exif.orientation >= 5;
    facts.width = static_cast<int>(lying ? header.height : header.width);
    facts.height = static_cast<int>(lying ? header.width : header.height);
    facts.orientation = exif.orientation;
    facts.times = std::move(exif.times);
    facts.camera = std::move(exif.camera);
    facts.software = std::move(exif.software);
    facts.has_gps_position = exif.has_gps_position;
    return facts;
}

Findings look_at_facts(const PhotoFacts& facts, const std::string& name) {
    Findings findings;
    if (facts.software && is_editor(*facts.software))
        findings.push_back({name, "was edited or saved by " + *facts.software,
                            "attach the file as the camera wrote it, if it still exists"});
    if (std::max(facts.width, facts.height) < printable_side)
        findings.push_back({name,
                            "is only " + std::to_string(facts.width) + " x " +
                                std::to_string(facts.height) + " pixels, coarse in print",
                            "attach the original size, if it exists", Level::note});
    return findings;
}

Findings look_at_damage(const PictureHeader& header, bool metadata, bool pixels,
                        const std::string& name) {
    Findings findings;
    if (header.cut_short)
        findings.push_back({name, "ends too early: part of the picture is missing",
                            "copy the file again from the camera or telephone"});
    else if (pixels)
        findings.push_back({name, "is not a clean JPEG: parts of the picture may be wrong",
                            "look at it, and attach the original if it is not right"});
    if (metadata)
        findings.push_back({name, "has damaged camera data: its times and camera may be missing",
                            "say when it was taken, and who took it"});
    if (header.other_colours)
        findings.push_back({name,
                            "has a colour profile of its own: colours in print may differ a little",
                            "compare colours on the original", Level::note});
    return findings;
}

}  // namespace

Picture read_picture(std::string_view bytes, const std::string& name, const PictureLimits& limits,
                     int long_side) {
    assert(long_side > 0);
    hold_to_limits(bytes, name, limits);
    const std::string type = media_type(bytes);
    const bool jpeg = type == "image/jpeg";
    if (!jpeg && type != "image/png") throw not_a_photograph(name, type);
    const PictureHeader header =
        jpeg ? read_jpeg_header(bytes, name) : read_png_header(bytes, name);
    hold_to_limits(header, name, limits);
    const Exif exif = read_exif(header.exif);
    DecodedJpeg decoded =
        jpeg ? decode_jpeg(bytes, header, name, long_side) : DecodedJpeg{decode_png(bytes, name)};

    Picture picture;
    picture.facts = facts_of(header, exif);
    picture.facts.media_type = type;
    picture.facts.bytes = bytes.size();
    picture.findings = look_at_damage(header, exif.damaged, decoded.damaged, name);
    append(picture.findings, look_at_facts(picture.facts, name));
    const Pixels upright =
        turn_upright(shrink(std::move(decoded.pixels), long_side), exif.orientation);
    picture.rendition = encode_jpeg(upright);
    picture.rendition_width = upright.width;
    picture.rendition_height = upright.height;
    return picture;
}

}  // namespace ugoda
