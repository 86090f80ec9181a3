#include "picture/tiff.h"

#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/handle.h"
#include "picture/refusal.h"

namespace ugoda {

namespace {

using File = Handle<TIFF, TIFFClose>;

/// The file's bytes, and how far the library has read.
struct Memory {
    std::string_view bytes;
    std::size_t at = 0;
};

Memory& memory(thandle_t handle) { return *static_cast<Memory*>(handle); }

tmsize_t read_some(thandle_t handle, void* to, tmsize_t wanted) {
    Memory& source = memory(handle);
    const std::size_t size =
        std::min(static_cast<std::size_t>(wanted), source.bytes.size() - source.at);
    std::memcpy(to, source.bytes.data() + source.at, size);
    source.at += size;
    return static_cast<tmsize_t>(size);
}

tmsize_t write_nothing(thandle_t, void*, tmsize_t) { return -1; }

toff_t seek(thandle_t handle, toff_t to, int from) {
    Memory& source = memory(handle);
    const toff_t base = from == SEEK_CUR ? source.at : from == SEEK_END ? source.bytes.size() : 0;
    source.at = static_cast<std::size_t>(std::min<toff_t>(base + to, source.bytes.size()));
    return source.at;
}

int close_nothing(thandle_t) { return 0; }
toff_t size_of(thandle_t handle) { return memory(handle).bytes.size(); }

/// The library tells of damage on stderr unless told otherwise; what it returns says enough.
void keep_quiet() {
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
}

File opened(Memory& source, const std::string& name) {
    keep_quiet();
    // m: no mapping; everything goes through the functions above.
    File file(TIFFClientOpen("memory", "rm", &source, read_some, write_nothing, seek, close_nothing,
                             size_of, nullptr, nullptr));
    if (!file) throw damaged_picture(name, "its first page cannot be read");
    return file;
}

template <typename Number>
Number tag(TIFF* file, std::uint32_t number, Number otherwise) {
    Number value = otherwise;
    return TIFFGetFieldDefaulted(file, number, &value) == 1 ? value : otherwise;
}

/// Adobe's raw files say what they are; other makers put a small preview first (TIFF 6.0,
/// NewSubfileType), Canon its initials into the header.
bool is_raw(TIFF* file, std::string_view bytes) {
    const void* version = nullptr;
    std::uint16_t count = 0;
    const bool is_adobes = TIFFGetField(file, TIFFTAG_DNGVERSION, &version) == 1 ||
                           TIFFGetField(file, TIFFTAG_DNGVERSION, &count, &version) == 1;
    const bool is_preview =
        (tag<std::uint32_t>(file, TIFFTAG_SUBFILETYPE, 0) & FILETYPE_REDUCEDIMAGE) != 0;
    return is_adobes || is_preview || bytes.substr(8, 2) == "CR";
}

bool is_grey(TIFF* file) {
    const auto colours = tag<std::uint16_t>(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    return tag<std::uint16_t>(file, TIFFTAG_SAMPLESPERPIXEL, 1) == 1 &&
           (colours == PHOTOMETRIC_MINISBLACK || colours == PHOTOMETRIC_MINISWHITE);
}

/// What the library can turn into red, green and blue, row by row as stored.
std::vector<std::uint32_t> raster_of(TIFF* file, const std::string& name) {
    char why[1024] = "";
    TIFFRGBAImage image{};
    if (TIFFRGBAImageOK(file, why) == 0 || TIFFRGBAImageBegin(&image, file, 1, why) == 0)
        throw Error(Fault::input, name, "is a TIFF of a kind that is not read here",
                    "save or export it as JPEG and keep the original");
    const Handle<TIFFRGBAImage, TIFFRGBAImageEnd> owned(&image);
    image.req_orientation = image.orientation;  // no turning here
    std::vector<std::uint32_t> raster(std::size_t{image.width} * image.height);
    if (TIFFRGBAImageGet(&image, raster.data(), image.width, image.height) == 0)
        throw damaged_picture(name, "its picture data is damaged or cut short");
    return raster;
}

/// The raster's colours are multiplied by their opacity already.
Pixels pixels_of(const std::vector<std::uint32_t>& raster, int width, int height, int samples) {
    Pixels pixels = make_pixels(width, height, samples);
    unsigned char* to = pixels.data.data();
    for (const std::uint32_t pixel : raster) {
        const std::uint32_t white = 255 - TIFFGetA(pixel);
        const std::array<std::uint32_t, 3> colour{TIFFGetR(pixel), TIFFGetG(pixel),
                                                  TIFFGetB(pixel)};
        for (int c = 0; c < samples; ++c)
            *to++ = static_cast<unsigned char>(
                std::min(255u, colour[static_cast<std::size_t>(c)] + white));
    }
    return pixels;
}

/// Further pages count, smaller versions of the first do not.
bool has_more_pages(TIFF* file) {
    return TIFFReadDirectory(file) == 1 &&
           (tag<std::uint32_t>(file, TIFFTAG_SUBFILETYPE, 0) & FILETYPE_REDUCEDIMAGE) == 0;
}

bool has_other_colours(TIFF* file) {
    std::uint32_t size = 0;
    const void* profile = nullptr;
    return TIFFGetField(file, TIFFTAG_ICCPROFILE, &size, &profile) == 1 &&
           !names_srgb({static_cast<const char*>(profile), size});
}

}  // namespace

Decoded decode_tiff(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    Memory source{bytes};
    const File file = opened(source, name);
    if (is_raw(file.get(), bytes)) throw not_a_photograph(name, "image/x-raw");
    Decoded result;
    result.width = tag<std::uint32_t>(file.get(), TIFFTAG_IMAGEWIDTH, 0);
    result.height = tag<std::uint32_t>(file.get(), TIFFTAG_IMAGELENGTH, 0);
    hold_to_limits(result.width, result.height, name, limits);
    if (TIFFIsTiled(file.get()) != 0)  // a tile may claim more than the picture it is part of
        hold_to_limits(tag<std::uint32_t>(file.get(), TIFFTAG_TILEWIDTH, 0),
                       tag<std::uint32_t>(file.get(), TIFFTAG_TILELENGTH, 0), name, limits);
    result.exif = read_exif(bytes);
    result.exif.orientation = tag<std::uint16_t>(file.get(), TIFFTAG_ORIENTATION, 1);
    if (result.exif.orientation < 1 || result.exif.orientation > 8) result.exif.orientation = 1;
    result.has_other_colours = has_other_colours(file.get());
    const int samples = is_grey(file.get()) ? 1 : 3;
    result.pixels = pixels_of(raster_of(file.get(), name), static_cast<int>(result.width),
                              static_cast<int>(result.height), samples);
    if (has_more_pages(file.get()))
        result.findings.push_back({name, "has more than one page: the first is printed",
                                   "export the others as files of their own, if they matter",
                                   Level::note});
    return result;
}

}  // namespace ugoda
