#include "picture/pixels.h"

#include <algorithm>
#include <cmath>

namespace ugoda {

namespace {

/// What a target row or column is made of: source rows or columns from `first` on, and which
/// part of the target each makes up.
struct Share {
    std::size_t first = 0;
    std::vector<float> parts;
};

std::vector<Share> shares(int source, int target) {
    constexpr double nothing = 1e-6;
    const double step = static_cast<double>(source) / target;
    std::vector<Share> all;
    for (int i = 0; i < target; ++i) {
        const double begin = i * step, end = std::min<double>((i + 1) * step, source);
        Share share{static_cast<std::size_t>(begin + nothing), {}};
        for (auto at = static_cast<double>(share.first); at < end - nothing; ++at)
            share.parts.push_back(
                static_cast<float>((std::min(at + 1, end) - std::max(at, begin)) / step));
        all.push_back(std::move(share));
    }
    return all;
}

/// The rows of one share as one row. Plain loops over neighbours: the compiler does several
/// samples at once.
void join_rows(const Pixels& pixels, const Share& share, std::vector<float>& row) {
    std::fill(row.begin(), row.end(), 0.0f);
    const unsigned char* source = pixels.data.data() + share.first * row.size();
    for (const float part : share.parts) {
        for (std::size_t i = 0; i < row.size(); ++i) row[i] += part * static_cast<float>(source[i]);
        source += row.size();
    }
}

template <std::size_t Samples>
unsigned char* join_columns(const std::vector<float>& row, const std::vector<Share>& columns,
                            unsigned char* target) {
    for (const Share& share : columns) {
        float sums[Samples] = {};
        const float* source = row.data() + share.first * Samples;
        for (const float part : share.parts)
            for (float& sum : sums) sum += part * *source++;
        for (const float sum : sums) *target++ = static_cast<unsigned char>(sum + 0.5f);
    }
    return target;
}

Pixels area_scaled(const Pixels& pixels, int width, int height) {
    Pixels result = make_pixels(width, height, pixels.samples);
    const std::vector<Share> columns = shares(pixels.width, width);
    std::vector<float> row(static_cast<std::size_t>(pixels.width * pixels.samples));
    unsigned char* target = result.data.data();
    for (const Share& share : shares(pixels.height, height)) {
        join_rows(pixels, share, row);
        target = pixels.samples == 1 ? join_columns<1>(row, columns, target)
                                     : join_columns<3>(row, columns, target);
    }
    return result;
}

int part(int length, double scale) {
    return std::max(1, static_cast<int>(std::lround(length * scale)));
}

}  // namespace

Pixels make_pixels(int width, int height, int samples) {
    const auto rows = static_cast<std::size_t>(height), columns = static_cast<std::size_t>(width);
    return {width, height, samples,
            std::vector<unsigned char>(rows * columns * static_cast<std::size_t>(samples))};
}

Pixels shrink(Pixels pixels, int long_side) {
    const int now = std::max(pixels.width, pixels.height);
    if (now <= long_side) return pixels;
    const double scale = static_cast<double>(long_side) / now;
    return area_scaled(pixels, part(pixels.width, scale), part(pixels.height, scale));
}

Pixels turn_upright(Pixels pixels, int orientation) {
    if (orientation <= 1 || orientation > 8) return pixels;
    const bool lying = orientation >= 5;
    const bool from_right = orientation == 2 || orientation == 3 || orientation >= 7;
    const bool from_below =
        orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    const std::ptrdiff_t samples = pixels.samples, line = samples * pixels.width;
    const std::ptrdiff_t along = from_right ? -samples : samples, down = from_below ? -line : line;
    const unsigned char* corner = pixels.data.data() + (from_right ? line - samples : 0) +
                                  (from_below ? line * (pixels.height - 1) : 0);
    Pixels result = make_pixels(lying ? pixels.height : pixels.width,
                                lying ? pixels.width : pixels.height, pixels.samples);
    unsigned char* target = result.data.data();
    for (int y = 0; y < result.height; ++y) {
        const unsigned char* source = corner + y * (lying ? along : down);
        for (int x = 0; x < result.width; ++x, source += lying ? down : along)
            target = std::copy_n(source, samples, target);
    }
    return result;
}

}  // namespace ugoda
