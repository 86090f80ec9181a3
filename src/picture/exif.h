// What a camera wrote beside the pixels. Claims, taken strictly: what is not exactly a date, an
// offset or a number is absent, never guessed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "casefile/photo.h"

namespace ugoda {

struct Exif {
    int orientation = 1;  ///< 1…8
    PhotoTimes times;     ///< without the file's
    std::optional<std::string> camera, software;
    bool has_gps_position = false;
    bool damaged = false;  ///< some of it could not be read
};

/// `tiff` is the TIFF structure of an Exif block (CIPA DC-008 §4.5), empty when there is none.
/// It alone reaches the metadata library: never a whole file.
[[nodiscard]] Exif read_exif(std::string_view tiff);

}  // namespace ugoda
