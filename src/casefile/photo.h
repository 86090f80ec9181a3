// A photograph as the case knows it: what the bytes say, told apart by source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/json.h"

namespace ugoda {

/// What a photograph says of its own time. Every part is a claim of its source and may be
/// missing; none is converted into another.
struct PhotoTimes {
    /// EXIF DateTimeOriginal as written, `2026-02-28T17:05:00`: local time of the camera.
    std::optional<std::string> camera;
    /// EXIF OffsetTimeOriginal, `+01:00`. Without it the camera's zone is not known.
    std::optional<std::string> camera_offset;
    /// EXIF GPSDateStamp and GPSTimeStamp, UTC, RFC 3339.
    std::optional<std::string> gps;
    /// The file's modification time, RFC 3339.
    std::optional<std::string> file;
};

/// What intake found out about one picture. Facts, not opinions.
struct PhotoFacts {
    std::string media_type;               ///< image/jpeg, image/heic…, from the content
    std::uint64_t bytes = 0;
    int width = 0, height = 0;            ///< pixels, as shown upright
    int orientation = 1;                  ///< EXIF 1…8, already undone in width and height
    PhotoTimes times;
    std::optional<std::string> camera;    ///< EXIF make and model
    std::optional<std::string> software;  ///< EXIF Software
    bool has_gps_position = false;        ///< whether there is one; never where
};

[[nodiscard]] Json to_json(const PhotoFacts& facts);
/// The reverse of to_json; unknown members are ignored.
[[nodiscard]] PhotoFacts photo_facts_from(const Json& value);

}  // namespace ugoda
