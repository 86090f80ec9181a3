// Single EXIF values as the case keeps them. Pure functions on text and numbers.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace ugoda {

struct Fraction {
    std::uint32_t numerator = 0, denominator = 0;
};
using Fractions = std::array<Fraction, 3>;

/// One clean line of at most 200 characters, up to the first NUL. Bytes that are not UTF-8
/// are replaced: EXIF promises ASCII, cameras write what they like.
[[nodiscard]] std::string exif_text(const std::string& value);

/// `2026:02:28 17:05:00` to `2026-02-28T17:05:00`. Zeros, blanks and impossible dates are nothing.
[[nodiscard]] std::optional<std::string> exif_time(const std::string& value);

/// `+01:00`, from -12:00 to +14:00.
[[nodiscard]] std::optional<std::string> exif_offset(const std::string& value);

/// `date` like `2026:02:28`, `clock` hours, minutes, seconds: RFC 3339 in UTC.
[[nodiscard]] std::optional<std::string> gps_time(const std::string& date, const Fractions& clock);

/// "Canon" and "Canon EOS 40D" are "Canon EOS 40D".
[[nodiscard]] std::string camera_name(const std::string& make, const std::string& model);

}  // namespace ugoda
