#include "picture/png.h"

#include <png.h>

#include "base/handle.h"
#include "picture/refusal.h"

namespace ugoda {

// libpng's simplified interface: it returns where the full one jumps or aborts, and it skips
// text chunks unread, so that a bomb in a zTXt never unfolds.
Pixels decode_png(std::string_view bytes, const std::string& name) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const Handle<png_image, png_image_free> owned(&image);
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
        throw damaged_picture(name, "its header cannot be read");
    const bool grey = (image.format & PNG_FORMAT_FLAG_COLOR) == 0;
    image.format = grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    Pixels pixels =
        make_pixels(static_cast<int>(image.width), static_cast<int>(image.height), grey ? 1 : 3);
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image, &white, pixels.data.data(), 0, nullptr) == 0)
        throw damaged_picture(name, "its picture data is damaged or cut short");
    return pixels;
}

}  // namespace ugoda
