#include "picture/heif.h"

#include <libheif/heif.h>

#include <algorithm>
#include <cstring>

#include "base/handle.h"
#include "picture/big_endian.h"
#include "picture/over_white.h"
#include "picture/refusal.h"

namespace ugoda {

namespace {

using Context = Handle<heif_context, heif_context_free>;
using ImageHandle = Handle<heif_image_handle, heif_image_handle_release>;
using Image = Handle<heif_image, heif_image_release>;
using Options = Handle<heif_decoding_options, heif_decoding_options_free>;

constexpr int threads = 2;

Context opened(std::string_view bytes, const std::string& name) {
    Context context(heif_context_alloc());
    heif_context_set_max_decoding_threads(context.get(), threads);
    const heif_error error = heif_context_read_from_memory_without_copy(context.get(), bytes.data(),
                                                                        bytes.size(), nullptr);
    if (error.code != heif_error_Ok) throw damaged_picture(name, "it is not a whole HEIC file");
    return context;
}

ImageHandle primary_of(heif_context* context, const std::string& name) {
    heif_image_handle* handle = nullptr;
    const heif_error error = heif_context_get_primary_image_handle(context, &handle);
    ImageHandle owned(handle);
    if (error.code != heif_error_Ok) throw damaged_picture(name, "it holds no picture");
    return owned;
}

/// The Exif item begins with the offset, behind itself, of its TIFF structure
/// (ISO/IEC 23008-12 §A.2.1).
Exif exif_of(const heif_image_handle* handle) {
    heif_item_id id = 0;
    if (heif_image_handle_get_list_of_metadata_block_IDs(handle, "Exif", &id, 1) < 1) return {};
    constexpr std::size_t offset_size = 4;
    std::string block(heif_image_handle_get_metadata_size(handle, id), '\0');
    Exif damaged;
    damaged.damaged = true;
    if (block.size() <= offset_size ||
        heif_image_handle_get_metadata(handle, id, block.data()).code != heif_error_Ok)
        return damaged;
    const std::size_t start = offset_size + big_endian_32(block, 0);
    return start < block.size() ? read_exif(std::string_view(block).substr(start)) : damaged;
}

Image decoded(const heif_image_handle* handle, bool alpha, const std::string& name) {
    const Options options(heif_decoding_options_alloc());
    options->convert_hdr_to_8bit = 1;
    heif_image* image = nullptr;
    const heif_error error = heif_decode_image(
        handle, &image, heif_colorspace_RGB,
        alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
    Image owned(image);
    if (error.code != heif_error_Ok)
        throw damaged_picture(name, "its picture data is damaged or cut short");
    return owned;
}

Pixels pixels_of(const heif_image* image, bool alpha, const std::string& name) {
    int stride = 0;
    const unsigned char* const plane =
        heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
    const int width = heif_image_get_width(image, heif_channel_interleaved);
    const int height = heif_image_get_height(image, heif_channel_interleaved);
    if (plane == nullptr) throw damaged_picture(name, "it holds no picture");
    if (alpha) return over_white({plane, width, height, static_cast<std::size_t>(stride)});
    Pixels pixels = make_pixels(width, height, 3);
    const std::size_t row = static_cast<std::size_t>(width) * 3;
    for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y)
        std::memcpy(pixels.data.data() + y * row, plane + y * static_cast<std::size_t>(stride),
                    row);
    return pixels;
}

/// Some telephones state the turn only in the camera's data, where others repeat a turn that
/// the file carries out: nobody can tell but who looks.
bool may_lie_on_its_side(const heif_image_handle* handle, const Exif& exif) {
    const bool is_turned =
        heif_image_handle_get_width(handle) != heif_image_handle_get_ispe_width(handle);
    return exif.orientation >= 5 && !is_turned &&
           heif_image_handle_get_ispe_width(handle) != heif_image_handle_get_ispe_height(handle);
}

Findings look_at(heif_context* context, const heif_image_handle* handle, const Exif& exif,
                 const std::string& name) {
    Findings findings;
    if (heif_context_get_number_of_top_level_images(context) > 1)
        findings.push_back({name, "holds more than one picture: the main one is printed",
                            "export the others as files of their own, if they matter",
                            Level::note});
    if (may_lie_on_its_side(handle, exif))
        findings.push_back({name, "may lie on its side: only its camera data say that it is turned",
                            "look at the print, and export it as JPEG if it is not upright"});
    return findings;
}

bool has_other_colours(const heif_image_handle* handle) {
    const heif_color_profile_type type = heif_image_handle_get_color_profile_type(handle);
    if (type != heif_color_profile_type_prof && type != heif_color_profile_type_rICC) return false;
    std::string profile(heif_image_handle_get_raw_color_profile_size(handle), '\0');
    if (heif_image_handle_get_raw_color_profile(handle, profile.data()).code != heif_error_Ok)
        return false;
    return !names_srgb(profile);
}

}  // namespace

Decoded decode_heif(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    const Context context = opened(bytes, name);
    const ImageHandle handle = primary_of(context.get(), name);
    Decoded result;
    const int width = heif_image_handle_get_width(handle.get()),
              height = heif_image_handle_get_height(handle.get());
    if (width <= 0 || height <= 0) throw damaged_picture(name, "its width or height is zero");
    result.width = static_cast<std::uint32_t>(width);
    result.height = static_cast<std::uint32_t>(height);
    hold_to_limits(result.width, result.height, name, limits);
    // What is cut off afterwards is decoded all the same.
    hold_to_limits(
        static_cast<std::uint64_t>(std::max(1, heif_image_handle_get_ispe_width(handle.get()))),
        static_cast<std::uint64_t>(std::max(1, heif_image_handle_get_ispe_height(handle.get()))),
        name, limits);
    result.exif = exif_of(handle.get());
    result.findings = look_at(context.get(), handle.get(), result.exif, name);
    result.exif.orientation = 1;
    result.has_other_colours = has_other_colours(handle.get());
    const bool alpha = heif_image_handle_has_alpha_channel(handle.get()) != 0;
    const Image image = decoded(handle.get(), alpha, name);
    // The library takes the file's word for the size, and the video decoder's for the pixels.
    if (heif_image_get_width(image.get(), heif_channel_interleaved) != width ||
        heif_image_get_height(image.get(), heif_channel_interleaved) != height)
        throw damaged_picture(name, "its picture is not of the size the file states");
    result.pixels = pixels_of(image.get(), alpha, name);
    return result;
}

}  // namespace ugoda
