// A photograph's bytes to what the case needs: facts, times, findings and the smaller
// picture for print. Never trusts a name, never decodes before the header is known.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "casefile/photo.h"

namespace ugoda {

struct PictureLimits {
    std::uint64_t bytes = 60ull << 20;
    std::uint64_t pixels = 60'000'000;
};

/// What `bytes` are, by their content: image/jpeg, image/png, image/heic…, application/pdf,
/// or "" when it is none of the kinds known by name (text/plain when it is UTF-8 text).
[[nodiscard]] std::string media_type(std::string_view bytes);

struct Picture {
    PhotoFacts facts;
    /// Baseline JPEG, upright, sRGB or grey, no metadata; long side at most `long_side` px.
    std::string rendition;
    int rendition_width = 0, rendition_height = 0;
    Findings findings;
};

/// Formats whose libraries have a history: only the worker process opens them.
[[nodiscard]] bool needs_worker(std::string_view media_type);

/// `name` is only for messages. Throws Error(Fault::input) when it is not a JPEG or PNG, is
/// past the limits, or cannot be decoded; a damaged but readable one gives a warning.
[[nodiscard]] Picture read_picture(std::string_view bytes, const std::string& name,
                                   const PictureLimits& limits, int long_side);

/// The same for HEIC, WebP and TIFF. Only for the worker process: call
/// read_picture_in_worker (worker/client.h) everywhere else.
[[nodiscard]] Picture read_risky_picture(std::string_view bytes, const std::string& name,
                                         const PictureLimits& limits, int long_side);

}  // namespace ugoda
