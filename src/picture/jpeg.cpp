#include "picture/jpeg.h"

#include <turbojpeg.h>

#include <algorithm>

#include "base/handle.h"
#include "picture/refusal.h"

namespace ugoda {

namespace {

using Codec = Handle<void, tjDestroy>;
using Buffer = Handle<unsigned char, tjFree>;

/// Below this, colours at half resolution (4:2:0) would be seen in print.
constexpr int small_side = 600;

int pixel_format(int samples) { return samples == 1 ? TJPF_GRAY : TJPF_RGB; }

tjscalingfactor reduction(int long_side_stored, int long_side) {
    for (const int denominator : {8, 4, 2}) {
        const tjscalingfactor factor{1, denominator};
        if (TJSCALED(long_side_stored, factor) >= long_side) return factor;
    }
    return {1, 1};
}

/// What the decoder itself takes for size and colours. Without this a second header, which we
/// pass over and it does not, could make it work far past the limits.
int agreed_colour_space(tjhandle codec, std::string_view bytes, const PictureHeader& header,
                        const std::string& name) {
    int width = 0, height = 0, sampling = 0, colours = TJCS_YCbCr;
    // A failure here may only mean an unusual sampling, which decoding copes with.
    (void)tjDecompressHeader3(codec, reinterpret_cast<const unsigned char*>(bytes.data()),
                              static_cast<unsigned long>(bytes.size()), &width, &height, &sampling,
                              &colours);
    if (width != static_cast<int>(header.width) || height != static_cast<int>(header.height))
        throw damaged_picture(name, "its header contradicts itself");
    return colours;
}

}  // namespace

DecodedJpeg decode_jpeg(std::string_view bytes, const PictureHeader& header,
                        const std::string& name, int long_side) {
    const Codec codec(tjInitDecompress());
    const bool grey = agreed_colour_space(codec.get(), bytes, header, name) == TJCS_GRAY;
    const int width = static_cast<int>(header.width), height = static_cast<int>(header.height);
    const tjscalingfactor factor = reduction(std::max(width, height), long_side);
    DecodedJpeg result{
        make_pixels(TJSCALED(width, factor), TJSCALED(height, factor), grey ? 1 : 3)};
    Pixels& pixels = result.pixels;
    const int status = tjDecompress2(
        codec.get(), reinterpret_cast<const unsigned char*>(bytes.data()),
        static_cast<unsigned long>(bytes.size()), pixels.data.data(), pixels.width, 0,
        pixels.height, pixel_format(pixels.samples), TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS);
    if (status != 0 && tjGetErrorCode(codec.get()) == TJERR_FATAL)
        throw damaged_picture(name, "its picture data cannot be decoded");
    result.damaged = status != 0;
    return result;
}

std::string encode_jpeg(const Pixels& pixels) {
    const Codec codec(tjInitCompress());
    const bool small = std::max(pixels.width, pixels.height) < small_side;
    const int sampling = pixels.samples == 1 ? TJSAMP_GRAY : small ? TJSAMP_444 : TJSAMP_420;
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const int status =
        tjCompress2(codec.get(), pixels.data.data(), pixels.width, 0, pixels.height,
                    pixel_format(pixels.samples), &bytes, &size, sampling, 88, TJFLAG_ACCURATEDCT);
    const Buffer owned(bytes);
    if (status != 0)
        throw Error(Fault::internal, "rendition", tjGetErrorStr2(codec.get()),
                    "report it with the file");
    return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace ugoda
