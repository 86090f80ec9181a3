#include "document/line_breaker.h"

#include <algorithm>
#include <limits>

#include "base/language.h"
#include "base/text.h"

namespace ugoda {

namespace {

constexpr const char* pen_stand_in = "\xEF\xBF\xBC";  // U+FFFC, may be broken around

/// Bytes [begin, end) of the paragraph: one run, one font.
struct Piece {
    std::size_t begin = 0, end = 0;
    FontId font = FontId::serif;
    const Run* run = nullptr;
};

/// What is not broken, and the blanks behind it, which vanish at the end of a line.
struct Word {
    std::size_t begin = 0, content_end = 0;
    double width = 0, blank_width = 0;
    bool must_break = false;
};

class Breaker {
  public:
    Breaker(const Runs& runs, const TextStyle& style, const Measure& measure)
        : style_(style), measure_(measure) {
        for (const Run& run : runs) add(run);
        split_words();
    }

    [[nodiscard]] std::vector<Line> lines() const {
        std::vector<Line> lines;
        const std::vector<std::size_t> starts = line_starts();
        for (std::size_t i = 0; i + 1 < starts.size(); ++i)
            lines.push_back(line(starts[i], starts[i + 1]));
        return lines;
    }

  private:
    void add(const Run& run) {
        if (run.pen_mm > 0) {
            const std::size_t begin = text_.size();
            text_ += pen_stand_in;
            pieces_.push_back({begin, text_.size(), FontId::serif, &run});
            return;
        }
        for (const FontRun& part : printable(run.text, style_.font(run.face), measure_.fonts)) {
            const std::size_t begin = text_.size();
            text_ += part.text;
            pieces_.push_back({begin, text_.size(), part.font, &run});
        }
    }

    void split_words() {
        std::size_t begin = 0;
        for (const LineBreak& at : line_breaks(text_, measure_.locale)) {
            std::size_t end = at.offset;
            while (end > begin && (text_[end - 1] == ' ' || text_[end - 1] == '\n')) --end;
            Word word{begin, end, 0, 0, at.mandatory};
            word.width = width(begin, end);
            word.blank_width = at.mandatory ? 0 : width(end, at.offset);
            if (word.width > measure_.width)
                split_anywhere(word);
            else
                words_.push_back(word);
            begin = at.offset;
        }
    }

    /// One word for each character (marks stay with their letter).
    void split_anywhere(const Word& long_word) {
        for (std::size_t at = long_word.begin; at < long_word.content_end;) {
            const std::size_t begin = at;
            (void)next_code_point(text_, at);
            for (std::size_t next = at; next < long_word.content_end; at = next) {
                const char32_t c = next_code_point(text_, next);
                if (c < 0x0300 || c > 0x036F) break;
            }
            words_.push_back({begin, at, std::min(width(begin, at), measure_.width), 0, false});
        }
        words_.back().blank_width = long_word.blank_width;
        words_.back().must_break = long_word.must_break;
    }

    [[nodiscard]] double width(std::size_t begin, std::size_t end) const {
        double sum = 0;
        for (const Fragment& fragment : fragments(begin, end)) sum += fragment.width;
        return sum;
    }

    [[nodiscard]] std::vector<Fragment> fragments(std::size_t begin, std::size_t end) const {
        std::vector<Fragment> parts;
        auto piece = std::upper_bound(pieces_.begin(), pieces_.end(), begin,
                                      [](std::size_t at, const Piece& p) { return at < p.end; });
        for (; piece != pieces_.end() && piece->begin < end; ++piece) {
            Fragment part{piece->font, {}, 0, piece->run};
            if (piece->run->pen_mm > 0) {
                part.width = std::min(piece->run->pen_mm, measure_.width);
            } else {
                const std::size_t from = std::max(begin, piece->begin);
                part.text = text_.substr(from, std::min(end, piece->end) - from);
                part.width = measure_.fonts.width(part.font, part.text, style_.size_pt);
            }
            parts.push_back(part);
        }
        return parts;
    }

    [[nodiscard]] Line line(std::size_t first, std::size_t past) const {
        const Word& last = words_[past - 1];
        Line line{fragments(words_[first].begin, last.content_end), 0,
                  last.must_break || past == words_.size()};
        for (const Fragment& fragment : line.fragments) line.width += fragment.width;
        return line;
    }

    /// How badly a line of that width stands before the last one, or as the last.
    [[nodiscard]] double cost(double line_width, bool is_free, bool is_only) const {
        const double slack = 1 - line_width / measure_.width;
        if (!is_free) return slack * slack;
        return slack > 0.9 && !is_only ? 0.05 : 0;
    }

    /// Least sum of costs over all ways to break. Returns the first word of each line, and
    /// the number of words.
    [[nodiscard]] std::vector<std::size_t> line_starts() const {
        const std::size_t count = words_.size();
        std::vector<double> best(count + 1, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> start(count + 1, 0);
        best[0] = 0;
        for (std::size_t past = 1; past <= count; ++past) {
            const bool is_free = past == count || words_[past - 1].must_break;
            double line_width = words_[past - 1].width;
            for (std::size_t first = past - 1;; --first) {
                const double total = best[first] + cost(line_width, is_free, first == 0);
                if (total < best[past]) {
                    best[past] = total;
                    start[past] = first;
                }
                if (first == 0 || words_[first - 1].must_break) break;
                line_width += words_[first - 1].width + words_[first - 1].blank_width;
                if (line_width > measure_.width) break;
            }
        }
        std::vector<std::size_t> starts{count};
        while (starts.back() > 0) starts.push_back(start[starts.back()]);
        std::reverse(starts.begin(), starts.end());
        return starts;
    }

    const TextStyle& style_;
    const Measure& measure_;
    std::string text_;
    std::vector<Piece> pieces_;
    std::vector<Word> words_;
};

}  // namespace

std::vector<Line> break_lines(const Runs& runs, const TextStyle& style, const Measure& measure) {
    return Breaker(runs, style, measure).lines();
}

}  // namespace ugoda
