// Draws a photograph that costs what one from a telephone costs: soft shapes, fine texture and
// the sensor's grain, camera data in front. usage: draw_photograph FILE WIDTH HEIGHT SEED
#include <turbojpeg.h>

#include <cmath>
#include <cstdint>
#include <exiv2/exif.hpp>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Bytes = std::vector<unsigned char>;

std::uint32_t scattered(std::uint32_t x, std::uint32_t y, std::uint32_t seed) {
    std::uint32_t h = x * 374761393u + y * 668265263u + seed * 2246822519u;
    h = (h ^ (h >> 13)) * 1274126177u;
    return h ^ (h >> 16);
}

/// -1…1, smooth, with features `size` pixels wide.
float cloud(int x, int y, int size, std::uint32_t seed) {
    const auto i = static_cast<std::uint32_t>(x / size), j = static_cast<std::uint32_t>(y / size);
    const auto corner = [&](std::uint32_t right, std::uint32_t down) {
        return static_cast<float>(scattered(i + right, j + down, seed) & 0xFFFF) / 32768.0f - 1;
    };
    const float u = static_cast<float>(x % size) / static_cast<float>(size);
    const float v = static_cast<float>(y % size) / static_cast<float>(size);
    const float upper = corner(0, 0) * (1 - u) + corner(1, 0) * u;
    return upper * (1 - v) + (corner(0, 1) * (1 - u) + corner(1, 1) * u) * v;
}

unsigned char sample(float value) {
    return static_cast<unsigned char>(value < 0 ? 0 : value > 255 ? 255 : value);
}

Bytes drawn(int width, int height, std::uint32_t seed) {
    Bytes pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    auto next = pixels.begin();
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const float shape = cloud(x, y, 640, seed) * 70 + cloud(x, y, 90, seed + 1) * 22;
            const float texture = cloud(x, y, 7, seed + 2) * 13;
            const std::uint32_t specks =
                scattered(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), seed + 3);
            const float light = 128 + shape + texture;
            for (int shift = 0; shift < 24; shift += 8)
                *next++ = sample(light + static_cast<float>(shift) * shape / 90 +
                                 static_cast<float>((specks >> shift) & 0x1F) - 15.5f);
        }
    return pixels;
}

std::string compressed(const Bytes& pixels, int width, int height) {
    const std::unique_ptr<void, decltype(&tjDestroy)> codec(tjInitCompress(), tjDestroy);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const int status = tjCompress2(codec.get(), pixels.data(), width, 0, height, TJPF_RGB, &bytes,
                                   &size, TJSAMP_420, 90, 0);
    const std::unique_ptr<unsigned char, decltype(&tjFree)> owned(bytes, tjFree);
    if (status != 0) throw std::runtime_error(tjGetErrorStr2(codec.get()));
    return {reinterpret_cast<const char*>(bytes), size};
}

std::string camera_data() {
    Exiv2::ExifData data;
    data["Exif.Image.Make"] = "Ugoda";
    data["Exif.Image.Model"] = "Drawn for measuring";
    data["Exif.Photo.DateTimeOriginal"] = "2026:03:02 13:52:10";
    data["Exif.Photo.OffsetTimeOriginal"] = "+01:00";
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, data);
    const std::string content = std::string("Exif\0\0", 6) + std::string(blob.begin(), blob.end());
    const std::size_t length = content.size() + 2;
    return std::string("\xFF\xE1") + static_cast<char>(length >> 8) +
           static_cast<char>(length & 0xFF) + content;
}

}  // namespace

int main(int count, char** words) try {
    if (count != 5) throw std::runtime_error("usage: draw_photograph FILE WIDTH HEIGHT SEED");
    const int width = std::stoi(words[2]), height = std::stoi(words[3]);
    const auto seed = static_cast<std::uint32_t>(std::stoi(words[4]));
    const std::string jpeg = compressed(drawn(width, height, seed), width, height);
    std::ofstream out(words[1], std::ios::binary);
    out << jpeg.substr(0, 2) << camera_data() << jpeg.substr(2);
    if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + words[1]);
    return 0;
} catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
}
