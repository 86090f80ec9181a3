#include "picture/pixels.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

using namespace ugoda;

namespace {

Pixels grey(int width, int height, std::vector<unsigned char> data) {
    return {width, height, 1, std::move(data)};
}

/// Two rows of three colours; the first sample of each pixel is its number.
Pixels numbered() { return {3, 2, 3, {1, 0, 9, 2, 0, 9, 3, 0, 9, 4, 0, 9, 5, 0, 9, 6, 0, 9}}; }

std::vector<int> numbers_in(const Pixels& pixels) {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < pixels.data.size(); i += 3) numbers.push_back(pixels.data[i]);
    return numbers;
}

std::vector<int> upright(int orientation) {
    return numbers_in(turn_upright(numbered(), orientation));
}

}  // namespace

TEST_CASE("each EXIF orientation is undone") {
    using Numbers = std::vector<int>;
    CHECK(upright(1) == Numbers{1, 2, 3, 4, 5, 6});
    CHECK(upright(2) == Numbers{3, 2, 1, 6, 5, 4});
    CHECK(upright(3) == Numbers{6, 5, 4, 3, 2, 1});
    CHECK(upright(4) == Numbers{4, 5, 6, 1, 2, 3});
    CHECK(upright(5) == Numbers{1, 4, 2, 5, 3, 6});
    CHECK(upright(6) == Numbers{4, 1, 5, 2, 6, 3});
    CHECK(upright(7) == Numbers{6, 3, 5, 2, 4, 1});
    CHECK(upright(8) == Numbers{3, 6, 2, 5, 1, 4});
    CHECK(turn_upright(numbered(), 6).width == 2);
}

TEST_CASE("colours stay together when a picture is turned") {
    const Pixels turned = turn_upright(numbered(), 8);
    for (std::size_t i = 0; i < turned.data.size(); i += 3) {
        CHECK(turned.data[i + 1] == 0);
        CHECK(turned.data[i + 2] == 9);
    }
}

TEST_CASE("a smaller picture is the mean of what it covers") {
    const Pixels half = shrink(grey(4, 2, {10, 20, 100, 200, 30, 40, 100, 200}), 2);
    CHECK(half.width == 2);
    CHECK(half.height == 1);
    CHECK(half.data == std::vector<unsigned char>{25, 150});
}

TEST_CASE("a pixel on the border counts for both sides by its part") {
    const Pixels two = shrink(grey(3, 1, {0, 90, 240}), 2);
    CHECK(two.data == std::vector<unsigned char>{30, 190});  // (0 + 90/2) / 1.5, (90/2 + 240) / 1.5
}

TEST_CASE("shrinking keeps a plain picture plain and the mean of a busy one") {
    Pixels plain = make_pixels(1001, 667, 3), busy = make_pixels(997, 512, 1);
    std::fill(plain.data.begin(), plain.data.end(), static_cast<unsigned char>(255));
    for (std::size_t i = 0; i < busy.data.size(); ++i)
        busy.data[i] = static_cast<unsigned char>(i * i % 251);
    const auto mean = [](const Pixels& pixels) {
        return std::accumulate(pixels.data.begin(), pixels.data.end(), 0.0) /
               static_cast<double>(pixels.data.size());
    };
    const Pixels small = shrink(std::move(plain), 300);
    CHECK(std::all_of(small.data.begin(), small.data.end(),
                      [](unsigned char c) { return c == 255; }));
    CHECK(mean(shrink(busy, 400)) == Approx(mean(busy)).margin(0.5));
}

TEST_CASE("a picture that is small enough stays as it is") {
    CHECK(shrink(numbered(), 3).data == numbered().data);
}
