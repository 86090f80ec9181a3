#include "picture/exif.h"

#include <exiv2/error.hpp>
#include <exiv2/exif.hpp>

#include "base/text.h"
#include "picture/exif_values.h"

namespace ugoda {

namespace {

thread_local int complaints = 0;

/// Exiv2 tells of damage in its log only, by default on stderr: count it instead.
void count_complaint(int level, const char*) {
    if (level >= Exiv2::LogMsg::error) ++complaints;
}

const Exiv2::Exifdatum* find(const Exiv2::ExifData& data, const char* key) {
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() ? nullptr : &*found;
}

std::string text(const Exiv2::ExifData& data, const char* key) {
    const Exiv2::Exifdatum* const value = find(data, key);
    return value == nullptr ? "" : exif_text(value->toString());
}

std::optional<std::string> some(std::string value) {
    return value.empty() ? std::nullopt : std::optional(std::move(value));
}

/// Three unsigned fractions, as GPS times and positions are written.
std::optional<Fractions> fractions(const Exiv2::ExifData& data, const char* key) {
    const Exiv2::Exifdatum* const value = find(data, key);
    if (value == nullptr || value->typeId() != Exiv2::unsignedRational || value->count() != 3)
        return std::nullopt;
    Fractions result;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const Exiv2::Rational part = value->toRational(static_cast<long>(i));
        result[i] = {static_cast<std::uint32_t>(part.first),
                     static_cast<std::uint32_t>(part.second)};
    }
    return result;
}

bool is_position(const std::optional<Fractions>& degrees) {
    return degrees && degrees->front().denominator != 0;
}

PhotoTimes times(const Exiv2::ExifData& data) {
    PhotoTimes times;
    times.camera = exif_time(text(data, "Exif.Photo.DateTimeOriginal"));
    if (times.camera)
        times.camera_offset = exif_offset(text(data, "Exif.Photo.OffsetTimeOriginal"));
    if (const auto clock = fractions(data, "Exif.GPSInfo.GPSTimeStamp"))
        times.gps = gps_time(text(data, "Exif.GPSInfo.GPSDateStamp"), *clock);
    return times;
}

int orientation(const Exiv2::ExifData& data) {
    const Exiv2::Exifdatum* const value = find(data, "Exif.Image.Orientation");
    if (value == nullptr || value->count() != 1) return 1;
    const long number = value->toLong();
    return number >= 1 && number <= 8 ? static_cast<int>(number) : 1;
}

Exif gather(const Exiv2::ExifData& data) {
    Exif exif;
    exif.orientation = orientation(data);
    exif.times = times(data);
    exif.camera = some(camera_name(text(data, "Exif.Image.Make"), text(data, "Exif.Image.Model")));
    exif.software = some(text(data, "Exif.Image.Software"));
    exif.has_gps_position = is_position(fractions(data, "Exif.GPSInfo.GPSLatitude")) &&
                            is_position(fractions(data, "Exif.GPSInfo.GPSLongitude"));
    return exif;
}

}  // namespace

Exif read_exif(std::string_view tiff) {
    if (tiff.empty()) return {};
    static const bool quiet = (Exiv2::LogMsg::setHandler(count_complaint), true);
    complaints = 0;
    Exif exif;
    try {
        Exiv2::ExifData data;
        Exiv2::ExifParser::decode(data, reinterpret_cast<const Exiv2::byte*>(tiff.data()),
                                  static_cast<std::uint32_t>(tiff.size()));
        exif = gather(data);
    } catch (const std::exception&) {  // Exiv2's own and what its readers let through
        exif.damaged = true;
    }
    exif.damaged = exif.damaged || (quiet && complaints > 0);
    return exif;
}

}  // namespace ugoda
