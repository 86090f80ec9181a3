#include "document/photo_fit.h"

#include "document/block_strips.h"

namespace ugoda {

namespace {

constexpr double tallest_alone = 95, tallest_of_two = 60, least = 46, step = 2;

template <typename Kind>
bool is_a(const std::vector<Block>& blocks, std::size_t at) {
    return at < blocks.size() && std::holds_alternative<Kind>(blocks[at]);
}

/// Blocks [first, past).
struct Span {
    std::size_t first = 0, past = 0;
};

Span rows_around(const std::vector<Block>& blocks, std::size_t at) {
    Span rows{at, at + 1};
    while (rows.first > 0 && is_a<PhotoRow>(blocks, rows.first - 1)) --rows.first;
    while (is_a<PhotoRow>(blocks, rows.past)) ++rows.past;
    return rows;
}

/// Behind the line for initials that block `at` leads to; 0: it leads to none.
std::size_t past_initials(const std::vector<Block>& blocks, std::size_t at) {
    constexpr std::size_t sentences = 3;
    for (std::size_t next = at + 1; next <= at + 1 + sentences; ++next) {
        if (is_a<InitialsLine>(blocks, next)) return next + 1;
        if (!is_a<Paragraph>(blocks, next)) return 0;
    }
    return 0;
}

double height_of(const Block& block, const Measure& measure, double tallest) {
    double height = 0;
    for (const Strip& strip : strips_of(block, measure, tallest))
        height += strip.space_before + strip.height;
    return height;
}

/// A span that is set again for every height of pictures: what else stands in it is set once.
class Fit {
  public:
    Fit(const std::vector<Block>& blocks, Span span, const Measure& measure) : measure_(measure) {
        for (std::size_t i = span.first; i < span.past; ++i)
            if (is_a<PhotoRow>(blocks, i))
                rows_.push_back(&blocks[i]);
            else
                rest_ += height_of(blocks[i], measure, 0);
    }

    [[nodiscard]] double height(double tallest) const {
        double height = rest_;
        for (const Block* row : rows_) height += height_of(*row, measure_, tallest);
        return height;
    }

  private:
    const Measure& measure_;
    std::vector<const Block*> rows_;
    double rest_ = 0;
};

struct Bounds {
    double tallest = 0, room = 0;
};

/// The greatest height of pictures at which the span fits the room; 0: none does.
double fitting(const std::vector<Block>& blocks, Span span, const Measure& measure, Bounds bounds) {
    const Fit fit(blocks, span, measure);
    const auto fits = [&](int steps) {
        return fit.height(bounds.tallest - step * steps) <= bounds.room;
    };
    int fewest = 0, most = static_cast<int>((bounds.tallest - least) / step);
    if (!fits(most)) return 0;
    while (fewest < most) {
        const int middle = (fewest + most) / 2;
        if (fits(middle))
            most = middle;
        else
            fewest = middle + 1;
    }
    return bounds.tallest - step * fewest;
}

}  // namespace

bool leads_to_initials(const std::vector<Block>& blocks, std::size_t at) {
    return (is_a<PhotoRow>(blocks, at) || is_a<Paragraph>(blocks, at)) &&
           past_initials(blocks, at) > 0;
}

double tallest_photo(const std::vector<Block>& blocks, std::size_t at, const Measure& measure,
                     double room) {
    const Span rows = rows_around(blocks, at);
    const std::size_t count = rows.past - rows.first;
    const double tallest = count == 1 ? tallest_alone : tallest_of_two;
    const std::size_t past = past_initials(blocks, rows.past - 1);
    if (past == 0) return tallest;
    Span last_page{rows.past - (count % 2 == 0 ? 2 : 1), past};
    if (last_page.first == rows.first && last_page.first > 0 &&
        is_a<Heading>(blocks, last_page.first - 1))
        --last_page.first;
    if (is_a<CheckpointPanel>(blocks, past)) {
        const Span with_checkpoint{last_page.first, past + 1};
        for (const Span span : {with_checkpoint, Span{rows.past - 1, past + 1}})
            if (const double height = fitting(blocks, span, measure, {tallest, room}); height > 0) return height;
    }
    const double height = fitting(blocks, last_page, measure, {tallest, room});
    return height > 0 ? height : tallest;
}

}  // namespace ugoda
