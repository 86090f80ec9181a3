#include "picture/picture.h"

#include <cassert>

#include "picture/finish.h"
#include "picture/jpeg.h"
#include "picture/picture_header.h"
#include "picture/png.h"
#include "picture/refusal.h"

namespace ugoda {

namespace {

Findings damage(const PictureHeader& header, bool pixels, const std::string& name) {
    if (header.cut_short)
        return {{name, "ends too early: part of the picture is missing",
                 "copy the file again from the camera or telephone"}};
    if (pixels)
        return {{name, "is not a clean JPEG: parts of the picture may be wrong",
                 "look at it, and attach the original if it is not right"}};
    return {};
}

Decoded decode(std::string_view bytes, const std::string& name, const PictureLimits& limits,
               int long_side) {
    const std::string type = media_type(bytes);
    const bool jpeg = type == "image/jpeg";
    if (!jpeg && type != "image/png") throw not_a_photograph(name, type);
    const PictureHeader header =
        jpeg ? read_jpeg_header(bytes, name) : read_png_header(bytes, name);
    hold_to_limits(header.width, header.height, name, limits);
    const Exif exif = read_exif(header.exif);
    DecodedJpeg decoded =
        jpeg ? decode_jpeg(bytes, header, name, long_side) : DecodedJpeg{decode_png(bytes, name)};
    return {std::move(decoded.pixels),
            header.width,
            header.height,
            exif,
            header.other_colours,
            damage(header, decoded.damaged, name)};
}

}  // namespace

Picture read_picture(std::string_view bytes, const std::string& name, const PictureLimits& limits,
                     int long_side) {
    assert(long_side > 0);
    hold_to_limits(bytes, name, limits);
    return finished(decode(bytes, name, limits, long_side), bytes, name, long_side);
}

}  // namespace ugoda
