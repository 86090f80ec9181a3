#include "picture/webp.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include "base/handle.h"
#include "picture/over_white.h"
#include "picture/refusal.h"

namespace ugoda {

namespace {

using Demuxer = Handle<WebPDemuxer, WebPDemuxDelete>;

const std::uint8_t* raw(std::string_view bytes) {
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

WebPBitstreamFeatures features_of(std::string_view bytes, const std::string& name) {
    WebPBitstreamFeatures features{};
    if (WebPGetFeatures(raw(bytes), bytes.size(), &features) != VP8_STATUS_OK)
        throw damaged_picture(name, "its header cannot be read");
    return features;
}

/// The content of the first chunk of that name, empty when there is none.
std::string_view chunk(const WebPDemuxer* demuxer, const char* name) {
    WebPChunkIterator found{};
    if (WebPDemuxGetChunk(demuxer, name, 1, &found) == 0) return {};
    const std::string_view content(reinterpret_cast<const char*>(found.chunk.bytes),
                                   found.chunk.size);
    WebPDemuxReleaseChunkIterator(&found);  // the bytes are the file's own
    return content;
}

/// Some writers put the introduction of JPEG's Exif segment before the TIFF structure.
std::string_view tiff_of(std::string_view exif) {
    constexpr std::string_view introduction("Exif\0\0", 6);
    return exif.starts_with(introduction) ? exif.substr(introduction.size()) : exif;
}

std::string_view first_picture(const WebPDemuxer* demuxer, const std::string& name) {
    WebPIterator frame{};
    if (WebPDemuxGetFrame(demuxer, 1, &frame) == 0)
        throw damaged_picture(name, "it holds no picture");
    const bool is_whole = frame.complete != 0;
    const std::string_view bytes(reinterpret_cast<const char*>(frame.fragment.bytes),
                                 frame.fragment.size);
    WebPDemuxReleaseIterator(&frame);
    if (!is_whole) throw damaged_picture(name, "its picture data is damaged or cut short");
    return bytes;
}

Pixels pixels_of(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    const WebPBitstreamFeatures features = features_of(bytes, name);
    const auto width = static_cast<std::size_t>(features.width),
               height = static_cast<std::size_t>(features.height);
    hold_to_limits(width, height, name, limits);
    Pixels pixels = make_pixels(features.width, features.height, 3);
    const bool alpha = features.has_alpha != 0;
    std::vector<unsigned char> rgba(alpha ? width * height * 4 : 0);
    const bool is_read = alpha
                             ? WebPDecodeRGBAInto(raw(bytes), bytes.size(), rgba.data(),
                                                  rgba.size(), features.width * 4) != nullptr
                             : WebPDecodeRGBInto(raw(bytes), bytes.size(), pixels.data.data(),
                                                 pixels.data.size(), features.width * 3) != nullptr;
    if (!is_read) throw damaged_picture(name, "its picture data is damaged or cut short");
    return alpha ? over_white({rgba.data(), features.width, features.height, width * 4}) : pixels;
}

}  // namespace

Decoded decode_webp(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    const WebPBitstreamFeatures features = features_of(bytes, name);
    hold_to_limits(static_cast<std::uint64_t>(features.width),
                   static_cast<std::uint64_t>(features.height), name, limits);
    const WebPData data{raw(bytes), bytes.size()};
    const Demuxer demuxer(WebPDemux(&data));
    if (!demuxer) throw damaged_picture(name, "its picture data is damaged or cut short");
    Decoded result;
    result.exif = read_exif(tiff_of(chunk(demuxer.get(), "EXIF")));
    const std::string_view profile = chunk(demuxer.get(), "ICCP");
    result.has_other_colours = !profile.empty() && !names_srgb(profile);
    if (features.has_animation != 0)
        result.findings.push_back({name, "moves: its first picture is printed",
                                   "file a film of what it shows as an attachment, if it matters",
                                   Level::note});
    result.pixels = pixels_of(first_picture(demuxer.get(), name), name, limits);
    result.width = static_cast<std::uint32_t>(result.pixels.width);
    result.height = static_cast<std::uint32_t>(result.pixels.height);
    return result;
}

}  // namespace ugoda
