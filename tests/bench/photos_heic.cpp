// What libheif needs to decode a photograph, and such a photograph made out of a JPEG.
// usage: heic_floor decode HEIC | heic_floor make JPEG HEIC
#include <libheif/heif.h>
#include <turbojpeg.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

/// As src/picture/heif.cpp decodes.
constexpr int threads = 2;

void require(const heif_error& error) {
    if (error.code != heif_error_Ok) throw std::runtime_error(error.message);
}

std::string contents(const char* file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void decode(const std::string& heic) {
    heif_context* context = heif_context_alloc();
    heif_context_set_max_decoding_threads(context, threads);
    require(heif_context_read_from_memory_without_copy(context, heic.data(), heic.size(), nullptr));
    heif_image_handle* handle = nullptr;
    require(heif_context_get_primary_image_handle(context, &handle));
    heif_image* image = nullptr;
    require(heif_decode_image(handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGB,
                              nullptr));
    heif_image_release(image);
    heif_image_handle_release(handle);
    heif_context_free(context);
}

heif_image* image_of(const std::string& jpeg) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(jpeg.data());
    tjhandle codec = tjInitDecompress();
    int width = 0, height = 0, sampling = 0, colours = 0, stride = 0;
    if (tjDecompressHeader3(codec, bytes, jpeg.size(), &width, &height, &sampling, &colours) != 0)
        throw std::runtime_error(tjGetErrorStr2(codec));
    heif_image* image = nullptr;
    require(
        heif_image_create(width, height, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image));
    require(heif_image_add_plane(image, heif_channel_interleaved, width, height, 8));
    unsigned char* plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    if (tjDecompress2(codec, bytes, jpeg.size(), plane, width, stride, height, TJPF_RGB, 0) != 0)
        throw std::runtime_error(tjGetErrorStr2(codec));
    tjDestroy(codec);
    return image;
}

void make(const std::string& jpeg, const char* file) {
    heif_context* context = heif_context_alloc();
    heif_encoder* encoder = nullptr;
    require(heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder));
    require(heif_encoder_set_lossy_quality(encoder, 60));
    require(heif_encoder_set_parameter_string(encoder, "preset", "ultrafast"));
    heif_image* image = image_of(jpeg);
    require(heif_context_encode_image(context, image, encoder, nullptr, nullptr));
    require(heif_context_write_to_file(context, file));
    heif_image_release(image);
    heif_encoder_release(encoder);
    heif_context_free(context);
}

}  // namespace

int main(int count, char** words) try {
    const std::string_view wish = count > 1 ? words[1] : "";
    if (wish == "decode" && count == 3)
        decode(contents(words[2]));
    else if (wish == "make" && count == 4)
        make(contents(words[2]), words[3]);
    else
        throw std::runtime_error("usage: heic_floor decode HEIC | heic_floor make JPEG HEIC");
    return 0;
} catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
}
