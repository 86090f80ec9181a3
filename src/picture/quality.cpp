#include "picture/quality.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

namespace ugoda {

namespace {

// Of 138 photographs by cameras and telephones, 5 % lie outside each of these.
constexpr double least_edges = 14.5, least_crispness = 0.445;
constexpr int least_side = 400;
constexpr double darkest_mean = 45, brightest_mean = 200, most_black = 0.30, most_white = 0.10;

/// Every second row says the same in half the time.
constexpr int row_step = 2;

/// Half the width of the blur to compare with, and the rim that is left out for it.
constexpr int reach = 4, rim = reach + 1;

struct Grey {
    int width = 0, height = 0;
    std::vector<std::int16_t> data;

    [[nodiscard]] const std::int16_t* row(int y) const {
        return data.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
    [[nodiscard]] std::int16_t* row(int y) { return const_cast<std::int16_t*>(std::as_const(*this).row(y)); }
};

/// Brightness as ITU-R BT.601 weighs the colours.
Grey grey_of(const Pixels& pixels) {
    Grey grey{pixels.width, pixels.height, std::vector<std::int16_t>(pixels.data.size() / static_cast<std::size_t>(pixels.samples))};
    const unsigned char* from = pixels.data.data();
    if (pixels.samples == 1)
        std::copy(pixels.data.begin(), pixels.data.end(), grey.data.begin());
    else
        for (std::int16_t& to : grey.data) {
            to = static_cast<std::int16_t>((77 * from[0] + 150 * from[1] + 29 * from[2]) >> 8);
            from += 3;
        }
    return grey;
}

/// Noise would pass for sharpness: a blur of 0.6 px before the measuring. The outermost pixels stay.
Grey calmed(const Grey& grey) {
    Grey lying = grey, all = grey;
    for (int y = 0; y < grey.height; ++y) {
        const std::int16_t* from = grey.row(y);
        std::int16_t* to = lying.row(y);
        for (int x = 1; x + 1 < grey.width; ++x)
            to[x] = static_cast<std::int16_t>((43 * (from[x - 1] + from[x + 1]) + 170 * from[x] + 128) >> 8);
    }
    for (int y = 1; y + 1 < grey.height; ++y) {
        const std::int16_t *above = lying.row(y - 1), *from = lying.row(y), *below = lying.row(y + 1);
        std::int16_t* to = all.row(y);
        for (int x = 0; x < grey.width; ++x)
            to[x] = static_cast<std::int16_t>((43 * (above[x] + below[x]) + 170 * from[x] + 128) >> 8);
    }
    return all;
}

double edges_of(const Grey& grey) {
    std::int64_t sum = 0, squares = 0, count = 0;
    for (int y = 1; y + 1 < grey.height; y += row_step) {
        const std::int16_t *above = grey.row(y - 1), *row = grey.row(y), *below = grey.row(y + 1);
        std::int32_t in_row = 0;
        std::int64_t squares_in_row = 0;
        for (int x = 1; x + 1 < grey.width; ++x) {
            const std::int32_t bend = above[x] + below[x] + row[x - 1] + row[x + 1] - 4 * row[x];
            in_row += bend;
            squares_in_row += bend * bend;
        }
        sum += in_row;
        squares += squares_in_row;
        count += grey.width - 2;
    }
    const double mean = static_cast<double>(sum) / static_cast<double>(count);
    return static_cast<double>(squares) / static_cast<double>(count) - mean * mean;
}

/// Along rows (`step` 1) or columns (`step` the width). Neighbours in the blurred picture differ by a
/// ninth of what enters the box less what leaves it, so it need not be made.
double crispness_along(const Grey& grey, std::ptrdiff_t step) {
    std::int64_t before = 0, lost = 0;
    for (int y = rim; y < grey.height - rim; y += row_step) {
        const std::int16_t* row = grey.row(y);
        std::int32_t before_in_row = 0, lost_in_row = 0;
        for (int x = rim; x < grey.width - rim; ++x) {
            const std::int16_t* at = row + x;
            const std::int32_t sharp = (2 * reach + 1) * std::abs(at[0] - at[-step]);
            const std::int32_t blurred = std::abs(at[reach * step] - at[-rim * step]);
            before_in_row += sharp;
            lost_in_row += std::max(0, sharp - blurred);
        }
        before += before_in_row;
        lost += lost_in_row;
    }
    return before == 0 ? 0 : static_cast<double>(lost) / static_cast<double>(before);
}

std::string decimal(double value) {
    char text[32];
    std::snprintf(text, sizeof text, value < 1 ? "%.2f" : "%.1f", value);
    return text;
}

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %"; }

}  // namespace

Quality measure_quality(const Pixels& pixels) {
    const Grey grey = grey_of(pixels);
    Quality quality;
    std::int64_t sum = 0, black = 0, white = 0;
    for (const std::int16_t value : grey.data) {
        sum += value;
        black += value <= 8;
        white += value >= 250;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(grey.data.size(), 1));
    quality.mean = static_cast<double>(sum) / count;
    quality.black = static_cast<double>(black) / count;
    quality.white = static_cast<double>(white) / count;
    if (std::min(grey.width, grey.height) <= 2 * rim) return quality;
    quality.edges = edges_of(grey);
    const Grey calm = calmed(grey);
    quality.crispness = std::min(crispness_along(calm, 1), crispness_along(calm, calm.width));
    return quality;
}

Findings check_quality(const Pixels& pixels, const std::string& name) {
    if (std::max(pixels.width, pixels.height) < least_side) return {};
    const Quality seen = measure_quality(pixels);
    const std::string look = "look at it, and take it again while the client is here if it shows too little";
    Findings findings;
    const auto tell = [&](const std::string& what) { findings.push_back({name, what, look, Level::warning}); };
    if (std::max(pixels.width, pixels.height) == quality_side) {
        if (seen.edges < least_edges)
            tell("may be blurred: its edges measure " + decimal(seen.edges) + ", usual are " + decimal(least_edges) + " and more");
        else if (seen.crispness < least_crispness)
            tell("may be blurred or shaken: its crispness is " + decimal(seen.crispness) + ", usual is " +
                 decimal(least_crispness) + " and more");
    }
    if (seen.mean < darkest_mean || seen.black > most_black)
        tell("may be too dark: mean brightness " + decimal(seen.mean) + " of 255 (usual 45 and more), " +
             percent(seen.black) + " black (usual up to 30 %)");
    if (seen.mean > brightest_mean || seen.white > most_white)
        tell("may be too bright: mean brightness " + decimal(seen.mean) + " of 255 (usual up to 200), " +
             percent(seen.white) + " white (usual up to 10 %)");
    return findings;
}

}  // namespace ugoda
