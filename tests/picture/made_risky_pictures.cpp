#include "picture/made_risky_pictures.h"

#include <libheif/heif.h>
#include <tiffio.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <cstdlib>
#include <cstring>
#include <vector>

#include "base/error.h"
#include "base/handle.h"

namespace ugoda::test {

namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::array<Colour, 4> colours = {red, green, blue, white};
constexpr std::array<int, 4> greys = {0, 90, 170, 255};

/// Rows of 1 (grey), 3 or 4 samples.
Bytes samples(int width, int height, const RiskyMaking& how) {
    Bytes bytes;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto at =
                static_cast<std::size_t>((2 * x >= width ? 1 : 0) + (2 * y >= height ? 2 : 0));
            if (how.grey)
                bytes.push_back(static_cast<unsigned char>(greys[at]));
            else
                for (const int c : colours[at]) bytes.push_back(static_cast<unsigned char>(c));
            if (how.alpha) bytes.push_back(at == 0 ? 0 : 255);
        }
    return bytes;
}

/// libtiff writes to a file it can also read: here it is a string.
struct Target {
    std::string bytes;
    std::size_t at = 0;
};

Target& target(thandle_t handle) { return *static_cast<Target*>(handle); }

tmsize_t read_back(thandle_t handle, void* to, tmsize_t wanted) {
    Target& file = target(handle);
    const std::size_t size = std::min(static_cast<std::size_t>(wanted),
                                      file.bytes.size() - std::min(file.at, file.bytes.size()));
    std::memcpy(to, file.bytes.data() + file.at, size);
    file.at += size;
    return static_cast<tmsize_t>(size);
}

tmsize_t write_to(thandle_t handle, void* from, tmsize_t size) {
    Target& file = target(handle);
    const auto count = static_cast<std::size_t>(size);
    if (file.bytes.size() < file.at + count) file.bytes.resize(file.at + count);
    std::memcpy(file.bytes.data() + file.at, from, count);
    file.at += count;
    return size;
}

toff_t seek_in(thandle_t handle, toff_t to, int from) {
    Target& file = target(handle);
    file.at = static_cast<std::size_t>((from == SEEK_CUR   ? file.at
                                        : from == SEEK_END ? file.bytes.size()
                                                           : 0) +
                                       to);
    return file.at;
}

int close_it(thandle_t) { return 0; }
toff_t size_of(thandle_t handle) { return target(handle).bytes.size(); }

void write_page(TIFF* file, int width, int height, const RiskyMaking& how) {
    const int count = (how.grey ? 1 : 3) + (how.alpha ? 1 : 0);
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, how.bits);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, count);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, how.grey ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
    TIFFSetField(file, TIFFTAG_ORIENTATION, how.orientation);
    TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 16);
    TIFFSetField(file, TIFFTAG_MAKE, "Test");
    TIFFSetField(file, TIFFTAG_SOFTWARE, "Scan 1.0");
    const std::uint16_t opacity = EXTRASAMPLE_UNASSALPHA;
    if (how.alpha) TIFFSetField(file, TIFFTAG_EXTRASAMPLES, 1, &opacity);
    Bytes bytes = samples(width, height, how);
    if (how.bits == 16) {
        Bytes wide;
        for (const unsigned char byte : bytes) wide.insert(wide.end(), 2, byte);
        bytes = std::move(wide);
    }
    const std::size_t row = bytes.size() / static_cast<std::size_t>(height);
    for (int y = 0; y < height; ++y)
        TIFFWriteScanline(file, bytes.data() + static_cast<std::size_t>(y) * row,
                          static_cast<std::uint32_t>(y), 0);
    TIFFWriteDirectory(file);
}

heif_error collect(heif_context*, const void* data, std::size_t size, void* into) {
    static_cast<std::string*>(into)->append(static_cast<const char*>(data), size);
    return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

/// x265 has no switch for it here: the turn is added to the file as a property of its own. The
/// library writes none for pictures that stand upright, so `irot` is put into the free space of
/// the property box by hand.
std::string with_turn(std::string heic, int quarters) {
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8 | static_cast<unsigned char>(heic[at + i]);
        return value;
    };
    const auto grow = [&](std::size_t box, std::uint32_t by) {
        const std::uint32_t size = number(box) + by;
        for (std::size_t i = 0; i < 4; ++i)
            heic[box + i] = static_cast<char>(size >> (24 - 8 * i) & 0xFF);
    };
    const std::size_t meta = heic.find("meta") - 4, iprp = heic.find("iprp") - 4,
                      ipco = heic.find("ipco") - 4;
    const std::string irot = std::string("\0\0\0\x09irot", 8) + static_cast<char>(quarters);
    std::size_t properties = 0;
    for (std::size_t at = ipco + 8; at < ipco + number(ipco); at += number(at)) ++properties;
    heic.insert(ipco + number(ipco), irot);
    for (const std::size_t box : {ipco, iprp, meta}) grow(box, 9);
    // ipma: version 0, one entry for the picture: item id, count, one byte for each property.
    const std::size_t ipma = heic.find("ipma") - 4, entry = ipma + 16;
    const auto count = static_cast<unsigned char>(heic[entry + 2]);
    heic[entry + 2] = static_cast<char>(count + 1);
    heic.insert(entry + 3 + count, 1, static_cast<char>(0x80 | (properties + 1)));
    for (const std::size_t box : {ipma, iprp, meta}) grow(box, 1);
    // iloc: where the data of each item lie, all behind `meta`, has moved by ten bytes. An entry of
    // version 0: item id, data reference (2 bytes each), base (4), count (2), offset, length (4).
    const std::size_t iloc = heic.find("iloc") - 4;
    for (std::size_t at = iloc + 16; at < iloc + number(iloc); at += 18) grow(at + 4, 10);
    return heic;
}

}  // namespace

std::string four_corners_tiff(int width, int height, const RiskyMaking& how) {
    Target written;
    TIFF* file = TIFFClientOpen("memory", "w", &written, read_back, write_to, seek_in, close_it,
                                size_of, nullptr, nullptr);
    for (int page = 0; page < how.pages; ++page) write_page(file, width, height, how);
    TIFFClose(file);
    return written.bytes;
}

std::string four_corners_webp(int width, int height, const RiskyMaking& how) {
    const Bytes bytes = samples(width, height, how);
    std::uint8_t* out = nullptr;
    const std::size_t size =
        how.alpha ? WebPEncodeLosslessRGBA(bytes.data(), width, height, width * 4, &out)
                  : WebPEncodeRGB(bytes.data(), width, height, width * 3, 95, &out);
    const Handle<std::uint8_t, WebPFree> owned(out);
    return {reinterpret_cast<const char*>(out), size};
}

std::string with_webp_chunk(const std::string& webp, const char* name, const std::string& content) {
    const WebPData picture{reinterpret_cast<const std::uint8_t*>(webp.data()), webp.size()};
    const WebPData chunk{reinterpret_cast<const std::uint8_t*>(content.data()), content.size()};
    const Handle<WebPMux, WebPMuxDelete> mux(WebPMuxCreate(&picture, 1));
    WebPMuxSetChunk(mux.get(), name, &chunk, 1);
    WebPData out{};
    WebPMuxAssemble(mux.get(), &out);
    std::string result(reinterpret_cast<const char*>(out.bytes), out.size);
    WebPDataClear(&out);
    return result;
}

std::string animated_webp(int width, int height) {
    const Handle<WebPAnimEncoder, WebPAnimEncoderDelete> encoder(
        WebPAnimEncoderNew(width, height, nullptr));
    for (int frame = 0; frame < 2; ++frame) {
        const Bytes bytes = samples(width, height, {.grey = false, .alpha = false});
        WebPConfig config{};
        WebPConfigInit(&config);
        WebPPicture picture{};
        WebPPictureInit(&picture);
        picture.use_argb = 1;
        picture.width = width;
        picture.height = height;
        WebPPictureImportRGB(&picture, bytes.data(), width * 3);
        if (frame == 1) picture.argb[0] ^= 0xFFFFFF;  // or the encoder would keep one only
        WebPAnimEncoderAdd(encoder.get(), &picture, 100 * frame, &config);
        WebPPictureFree(&picture);
    }
    WebPAnimEncoderAdd(encoder.get(), nullptr, 200, nullptr);
    WebPData out{};
    WebPAnimEncoderAssemble(encoder.get(), &out);
    std::string result(reinterpret_cast<const char*>(out.bytes), out.size);
    WebPDataClear(&out);
    return result;
}

std::string four_corners_heic(int width, int height, const RiskyMaking& how) {
    const Handle<heif_context, heif_context_free> context(heif_context_alloc());
    heif_encoder* encoder = nullptr;
    heif_context_get_encoder_for_format(context.get(), heif_compression_HEVC, &encoder);
    const Handle<heif_encoder, heif_encoder_release> owned_encoder(encoder);
    heif_encoder_set_lossy_quality(encoder, 90);
    heif_encoder_set_parameter_string(encoder, "preset", "ultrafast");
    heif_image* image = nullptr;
    const int count = how.alpha ? 4 : 3;
    heif_image_create(width, height, heif_colorspace_RGB,
                      how.alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB,
                      &image);
    const Handle<heif_image, heif_image_release> owned_image(image);
    heif_image_add_plane(image, heif_channel_interleaved, width, height, 8);
    int stride = 0;
    std::uint8_t* plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    const Bytes bytes = samples(width, height, how);
    for (int y = 0; y < height; ++y)
        std::memcpy(plane + y * stride, bytes.data() + y * width * count,
                    static_cast<std::size_t>(width * count));
    heif_image_handle* handle = nullptr;
    heif_context_encode_image(context.get(), image, encoder, nullptr, &handle);
    const Handle<heif_image_handle, heif_image_handle_release> owned_handle(handle);
    if (!how.exif.empty())
        heif_context_add_exif_metadata(context.get(), handle, how.exif.data(),
                                       static_cast<int>(how.exif.size()));
    heif_writer writer{1, collect};
    std::string out;
    heif_context_write(context.get(), &writer, &out);
    return how.turn == 0 ? out : with_turn(out, how.turn);
}

Picture read_risky(std::string_view bytes) { return read_risky_picture(bytes, "IMG_1", {}, 200); }

std::string risky_refusal_of(std::string_view bytes) {
    try {
        (void)read_risky(bytes);
        return "";
    } catch (const Error& error) {
        return error.fault() == Fault::input ? error.what()
                                             : std::string("wrong fault: ") + error.what();
    }
}

}  // namespace ugoda::test
