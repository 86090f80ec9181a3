// The worker's work on one file, held to what the program expects of its answer. System libraries
// are not instrumented: of them only crashes and what goes wrong in our memory are seen.
#pragma once

#include <algorithm>
#include <string_view>

#include "fuzz/contract.h"
#include "worker/picture_job.h"

namespace ugoda::fuzz {

/// `kind` begins the media types this target is about: others are not opened.
inline void open_as_worker(std::string_view bytes, std::string_view kind) {
    // A megapixel is opened as sixty are, only sooner.
    constexpr PictureLimits limits{.bytes = 1u << 20, .pixels = 1'000'000};
    constexpr int long_side = 200;
    if (!media_type(bytes).starts_with(kind)) return;
    must_end_well([&] {
        Picture picture = read_risky_picture(bytes, "picture", limits, long_side);
        must(picture.facts.media_type == media_type(bytes));
        must(std::max(picture.rendition_width, picture.rendition_height) <= long_side);
        must(picture_from(to_answer(std::move(picture))).has_value());
    });
}

}  // namespace ugoda::fuzz
