// What we read of a picture ourselves before any decoder sees it, and its camera data.
#include "fuzz/contract.h"
#include "picture/exif.h"
#include "picture/picture.h"
#include "picture/picture_header.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ugoda;
    const std::string_view bytes = fuzz::text_of(data, size);
    fuzz::must_end_well([&] {
        const std::string type = media_type(bytes);
        PictureHeader header;
        if (type == "image/jpeg") header = read_jpeg_header(bytes, "picture");
        if (type == "image/png") header = read_png_header(bytes, "picture");
        (void)read_exif(header.exif.empty() ? bytes : header.exif);
    });
    return 0;
}
