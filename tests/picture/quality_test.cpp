// What would embarrass a salon is told with the number measured and the usual one.
#include "picture/quality.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "base/files.h"
#include "picture/jpeg.h"
#include "picture/made_pictures.h"
#include "picture/picture.h"
#include "picture/picture_header.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

Pixels opened(const std::string& jpeg) { return decode_jpeg(jpeg, read_jpeg_header(jpeg, "a.jpg"), "a.jpg", 4000).pixels; }

/// A sample photograph as the rendition of it.
Pixels sample() {
    const std::string bytes =
        read_file(std::string(UGODA_SOURCE_DIR) + "/samples/photographs/after-1.jpg", 10 << 20, Fault::internal);
    return opened(read_picture(bytes, "a.jpg", {}, quality_side).rendition);
}

Pixels changed(Pixels pixels, const std::function<int(int)>& change) {
    for (unsigned char& value : pixels.data) value = static_cast<unsigned char>(std::clamp(change(value), 0, 255));
    return pixels;
}

/// The mean over `width` x `height` pixels around each: out of focus; or shaken, when one of them is 1.
Pixels smeared(const Pixels& from, int width, int height) {
    Pixels to = from;
    for (int y = 0; y < from.height; ++y)
        for (int x = 0; x < from.width; ++x)
            for (int s = 0; s < from.samples; ++s) {
                int sum = 0;
                for (int v = 0; v < height; ++v)
                    for (int u = 0; u < width; ++u) {
                        const int row = std::min(y + v, from.height - 1), column = std::min(x + u, from.width - 1);
                        sum += from.data[static_cast<std::size_t>((row * from.width + column) * from.samples + s)];
                    }
                to.data[static_cast<std::size_t>((y * from.width + x) * from.samples + s)] =
                    static_cast<unsigned char>(sum / (width * height));
            }
    return to;
}

std::string told(const Pixels& pixels) {
    std::string all;
    for (const Finding& finding : check_quality(pixels, "a.jpg")) {
        CHECK(finding.level == Level::warning);
        all += finding.what + "; ";
    }
    return all;
}

}  // namespace

TEST_CASE("nothing is told about a photograph that shows what it should") { CHECK(told(sample()).empty()); }

TEST_CASE("a blurred photograph is told, with its measure and the usual one") {
    CHECK_THAT(told(smeared(sample(), 7, 7)), Catch::StartsWith("may be blurred: its edges measure "));
    CHECK_THAT(told(smeared(sample(), 7, 7)), Catch::Contains("usual are 14.5 and more"));
}

TEST_CASE("a shaken photograph, sharp in one direction only, is told") {
    for (const auto& [width, height] : {std::pair{15, 1}, std::pair{1, 15}}) {
        // Strong contrast: its edges alone would pass.
        const Pixels shaken = changed(smeared(sample(), width, height), [](int value) { return (value - 128) * 5 + 128; });
        CHECK_THAT(told(shaken), Catch::Contains("may be blurred or shaken: its crispness is 0."));
    }
}

TEST_CASE("a photograph too dark or too bright is told, with how much of it shows nothing") {
    CHECK_THAT(told(changed(sample(), [](int value) { return value / 6; })), Catch::Contains("may be too dark: mean brightness"));
    CHECK_THAT(told(changed(sample(), [](int value) { return value + 130; })), Catch::Contains("may be too bright"));
    CHECK_THAT(told(changed(sample(), [](int value) { return value + 130; })), Catch::Contains(" % white (usual up to 10 %)"));
}

TEST_CASE("sharpness is not judged in a small picture, and nothing is in a very small one") {
    CHECK(told(opened(four_corners_jpeg(600, 400))).find("blurred") == std::string::npos);
    CHECK(told(make_pixels(399, 300, 3)).empty());
    CHECK_FALSE(told(make_pixels(400, 300, 3)).empty());
}

TEST_CASE("a picture of one pixel's height is measured without looking beyond it") {
    for (const int height : {1, 2, 9, 10, 11, 12}) {
        const Quality seen = measure_quality(make_pixels(quality_side, height, 1));
        CHECK(seen.black == 1);
        CHECK(seen.edges == 0);
    }
}

TEST_CASE("what is told of a blurred file is kept with the photograph's findings") {
    const Pixels blurred = smeared(sample(), 7, 7);
    const Picture picture = read_picture(encode_jpeg(blurred), "a.jpg", {}, quality_side);
    CHECK(mentions(picture.findings, "may be blurred"));
}
