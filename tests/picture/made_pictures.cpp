#include "picture/made_pictures.h"

#include <png.h>
#include <turbojpeg.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <exiv2/exif.hpp>
#include <vector>

#include "base/error.h"
#include "base/handle.h"

namespace ugoda::test {

namespace {

using Bytes = std::vector<unsigned char>;
using Codec = Handle<void, tjDestroy>;
using Buffer = Handle<unsigned char, tjFree>;

int quarter(int x, int y, int width, int height) {
    return (2 * x >= width ? 1 : 0) + (2 * y >= height ? 2 : 0);
}

constexpr std::array<Colour, 4> colours = {red, green, blue, white};
constexpr std::array<int, 4> greys = {0, 90, 170, 255};

unsigned char byte(int value) { return static_cast<unsigned char>(value); }

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Bytes jpeg_samples(int width, int height, const JpegMaking& how) {
    Bytes samples;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto at = static_cast<std::size_t>(quarter(x, y, width, height));
            if (how.grey)
                samples.push_back(byte(greys[at]));
            else
                for (const int c : colours[at]) samples.push_back(byte(c));
            if (how.cmyk) samples.push_back(255);
        }
    return samples;
}

std::string big_endian(std::size_t number, int bytes) {
    std::string text;
    for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(number >> (8 * i) & 0xFF);
    return text;
}

/// One row's samples in the order and depth the PNG is declared in.
Bytes png_row(int y, int width, int height, const PngMaking& how) {
    Bytes row;
    const auto put = [&](int value) {
        row.push_back(byte(value));
        if (how.bits == 16) row.push_back(byte(value));
    };
    for (int x = 0; x < width; ++x) {
        const int at = quarter(x, y, width, height);
        const auto index = static_cast<std::size_t>(at);
        if (how.palette || how.grey)
            put(how.palette ? at : greys[index]);
        else
            for (const int c : colours[index]) put(c);
        if (how.alpha) put(at == 0 ? 0 : 255);
    }
    return row;
}

int png_kind(const PngMaking& how) {
    if (how.palette) return PNG_COLOR_TYPE_PALETTE;
    return (how.grey ? 0 : PNG_COLOR_MASK_COLOR) | (how.alpha ? PNG_COLOR_MASK_ALPHA : 0);
}

void collect(png_structp png, png_bytep bytes, png_size_t size) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char*>(bytes), size);
}

}  // namespace

std::string four_corners_jpeg(int width, int height, JpegMaking how) {
    const Codec codec(tjInitCompress());
    const Bytes samples = jpeg_samples(width, height, how);
    const int format = how.grey ? TJPF_GRAY : how.cmyk ? TJPF_CMYK : TJPF_RGB;
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    tjCompress2(codec.get(), samples.data(), width, 0, height, format, &bytes, &size,
                how.grey ? TJSAMP_GRAY : TJSAMP_444, 92, how.progressive ? TJFLAG_PROGRESSIVE : 0);
    const Buffer owned(bytes);
    return {reinterpret_cast<const char*>(bytes), size};
}

std::string four_corners_png(int width, int height, PngMaking how) {
    std::string file;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &file, collect, nullptr);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height),
                 how.bits, png_kind(how), how.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    std::array<png_color, 4> palette{};
    std::ranges::transform(colours, palette.begin(), [](const Colour& c) {
        return png_color{byte(c[0]), byte(c[1]), byte(c[2])};
    });
    if (how.palette) png_set_PLTE(png, info, palette.data(), 4);
    png_write_info(png, info);
    std::vector<Bytes> rows;
    for (int y = 0; y < height; ++y) rows.push_back(png_row(y, width, height, how));
    std::vector<png_bytep> pointers;
    for (Bytes& row : rows) pointers.push_back(row.data());
    png_write_image(png, pointers.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return file;
}

std::string exif_block(const ExifValues& values) {
    Exiv2::ExifData data;
    for (const auto& [key, value] : values) data[key].setValue(value);
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, data);
    return {blob.begin(), blob.end()};
}

std::string with_segment(const std::string& jpeg, int marker, std::string_view content) {
    std::string segment = {'\xFF', static_cast<char>(marker)};
    segment += big_endian(content.size() + 2, 2);
    segment += content;
    return std::string(jpeg).insert(2, segment);
}

std::string with_exif(const std::string& jpeg, const ExifValues& values) {
    return with_segment(jpeg, 0xE1, std::string("Exif\0\0", 6) + exif_block(values));
}

std::string with_chunk(const std::string& png, std::string_view type, std::string_view content) {
    const std::string body = std::string(type) + std::string(content);
    const auto sum = crc32(0, raw(body), static_cast<uInt>(body.size()));
    constexpr std::size_t after_ihdr = 8 + 12 + 13;
    return std::string(png).insert(after_ihdr,
                                   big_endian(content.size(), 4) + body + big_endian(sum, 4));
}

std::string deflated(std::string_view bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string result(size, '\0');
    compress(reinterpret_cast<Bytef*>(result.data()), &size, raw(bytes),
             static_cast<uLong>(bytes.size()));
    result.resize(size);
    return result;
}

std::size_t frame_of(std::string_view jpeg) {
    const auto baseline = jpeg.find("\xFF\xC0");
    return baseline != std::string_view::npos ? baseline : jpeg.find("\xFF\xC2");
}

std::string with_number(std::string bytes, std::size_t at, int number) {
    bytes.replace(at, 2, big_endian(static_cast<std::size_t>(number), 2));
    return bytes;
}

Colour corner(const std::string& jpeg, int which) {
    const Codec codec(tjInitDecompress());
    int width = 0, height = 0, sampling = 0, space = 0;
    const auto size = static_cast<unsigned long>(jpeg.size());
    tjDecompressHeader3(codec.get(), raw(jpeg), size, &width, &height, &sampling, &space);
    Bytes pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    tjDecompress2(codec.get(), raw(jpeg), size, pixels.data(), width, 0, height, TJPF_RGB, 0);
    const int x = which % 2 == 0 ? 2 : width - 3, y = which / 2 == 0 ? 2 : height - 3;
    const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(x)) *
                    3;
    return {pixels[at], pixels[at + 1], pixels[at + 2]};
}

bool near(Colour seen, Colour expected) {
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (std::abs(seen[i] - expected[i]) > 12) return false;
    return true;
}

Picture read(std::string_view bytes) { return read_picture(bytes, "IMG_1.jpg", {}, 200); }

std::string refusal_of(std::string_view bytes) {
    try {
        (void)read(bytes);
        return "";
    } catch (const Error& error) {
        return error.fault() == Fault::input ? error.what()
                                             : std::string("wrong fault: ") + error.what();
    }
}

bool mentions(const Findings& findings, std::string_view words) {
    return std::ranges::any_of(findings, [&](const Finding& finding) {
        return finding.what.find(words) != std::string::npos;
    });
}

}  // namespace ugoda::test
