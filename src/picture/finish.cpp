#include "picture/finish.h"

#include <algorithm>
#include <utility>

#include "picture/editors.h"
#include "picture/jpeg.h"
#include "picture/quality.h"
#include "picture/refusal.h"

namespace ugoda {

namespace {

/// 300 dots an inch on a print of 85 mm, half the width of a page.
constexpr int printable_side = 1000;

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

std::string megapixels(std::uint64_t pixels) {
    return std::to_string(pixels / 1'000'000) + " megapixels";
}

PhotoFacts facts_of(const Decoded& decoded) {
    PhotoFacts facts;
    const bool lying = decoded.exif.orientation >= 5;
    facts.width = static_cast<int>(lying ? decoded.height : decoded.width);
    facts.height = static_cast<int>(lying ? decoded.width : decoded.height);
    facts.orientation = decoded.exif.orientation;
    facts.times = decoded.exif.times;
    facts.camera = decoded.exif.camera;
    facts.software = decoded.exif.software;
    facts.has_gps_position = decoded.exif.has_gps_position;
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

Findings look_at_data(const Decoded& decoded, const std::string& name) {
    Findings findings;
    if (decoded.exif.damaged)
        findings.push_back({name, "has damaged camera data: its times and camera may be missing",
                            "say when it was taken, and who took it"});
    if (decoded.has_other_colours)
        findings.push_back({name,
                            "has a colour profile of its own: colours in print may differ a little",
                            "compare colours on the original", Level::note});
    return findings;
}

}  // namespace

void hold_to_limits(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    if (bytes.empty())
        throw Error(Fault::input, name, "is empty", "copy it again from the camera or telephone");
    if (bytes.size() > limits.bytes)
        throw Error(Fault::input, name,
                    "has " + megabytes(bytes.size()) + ", more than " + megabytes(limits.bytes),
                    "save a smaller copy, and keep the original");
}

void hold_to_limits(std::uint64_t width, std::uint64_t height, const std::string& name,
                    const PictureLimits& limits) {
    if (width == 0 || height == 0) throw damaged_picture(name, "its width or height is zero");
    if (width > limits.pixels / height)
        throw Error(Fault::input, name,
                    "has " + std::to_string(width) + " x " + std::to_string(height) +
                        " pixels, more than " + megapixels(limits.pixels),
                    "save a smaller copy, and keep the original");
}

Picture finished(Decoded decoded, std::string_view bytes, const std::string& name, int long_side) {
    Picture picture;
    picture.facts = facts_of(decoded);
    picture.facts.media_type = media_type(bytes);
    picture.facts.bytes = bytes.size();
    picture.findings = std::move(decoded.findings);
    append(picture.findings, look_at_data(decoded, name));
    append(picture.findings, look_at_facts(picture.facts, name));
    const Pixels upright =
        turn_upright(shrink(std::move(decoded.pixels), long_side), decoded.exif.orientation);
    append(picture.findings, check_quality(upright, name));
    picture.rendition = encode_jpeg(upright);
    picture.rendition_width = upright.width;
    picture.rendition_height = upright.height;
    return picture;
}

bool names_srgb(std::string_view profile) {
    return profile.find("sRGB") != std::string_view::npos ||
           profile.find(std::string_view("s\0R\0G\0B", 7)) != std::string_view::npos;
}

}  // namespace ugoda
