#include "document/marked_value.h"

#include <utility>

#include "base/error.h"
#include "base/text.h"

namespace ugoda {

namespace {

constexpr char32_t value_begins = 0xFDD0, value_ends = 0xFDD1, part_ends = 0xFDD2;
constexpr char32_t digit_zero = 0xFDE0;  // … U+FDEF: hexadecimal digits of the slot's number
constexpr int slot_digits = 4;

bool is_ascii_punctuation(char32_t c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

std::string escaped(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == '\n') {
            if (!result.ends_with(to_utf8(part_ends))) result += to_utf8(part_ends);
        } else if (c == '\t') {
            result += ' ';
        } else if (!is_steering(c)) {
            if (is_ascii_punctuation(c)) result += '\\';
            result += to_utf8(c);
        }
    }
    return result;
}

}  // namespace

/// Turns marked text back into runs, a code point at a time.
class MarkReader {
  public:
    MarkReader(const MarkedValues& values, std::string where, bool has_escapes)
        : values_(values), where_(std::move(where)), has_escapes_(has_escapes) {}

    void read(const std::string& text, Face face) {
        face_ = face;
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = next_code_point(text, at);
            if (c == value_begins)
                begin(text, at);
            else if (c == value_ends)
                slot_ = nullptr;
            else if (c == part_ends)
                parts_.emplace_back();
            else if (has_escapes_ && slot_ != nullptr && c == '\\' && at < text.size())
                put(next_code_point(text, at));
            else
                put(c);
        }
    }

    [[nodiscard]] std::vector<Runs> parts() { return std::move(parts_); }

  private:
    void begin(const std::string& text, std::size_t& at) {
        std::size_t number = 0;
        for (int digit = 0; digit < slot_digits; ++digit)
            number = number * 16 + (next_code_point(text, at) - digit_zero);
        slot_ = &values_.slots_.at(number);
        if (!slot_->complaint.empty())
            throw Error(Fault::wording, where_, slot_->complaint,
                        "answer it, or leave it out of the wording when it is absent");
        if (slot_->pen_mm > 0)
            parts_.back().push_back({"", face_, slot_->field, slot_->guard, slot_->pen_mm});
    }

    void put(char32_t c) {
        const std::string field = slot_ == nullptr ? std::string() : slot_->field;
        const Guard guard = slot_ == nullptr ? Guard::none : slot_->guard;
        Runs& runs = parts_.back();
        const bool goes_on = !runs.empty() && runs.back().face == face_ &&
                             runs.back().pen_mm == 0 && runs.back().field == field &&
                             runs.back().guard == guard;
        if (!goes_on) runs.push_back({"", face_, field, guard, 0});
        runs.back().text += to_utf8(c);
    }

    const MarkedValues& values_;
    std::string where_;
    bool has_escapes_;
    Face face_ = Face::regular;
    const MarkedValues::Slot* slot_ = nullptr;
    std::vector<Runs> parts_{1};
};

std::string MarkedValues::open(Slot slot) {
    std::string mark = to_utf8(value_begins);
    for (int shift = 4 * (slot_digits - 1); shift >= 0; shift -= 4)
        mark += to_utf8(digit_zero + static_cast<char32_t>((slots_.size() >> shift) & 0xF));
    slots_.push_back(std::move(slot));
    return mark;
}

std::string MarkedValues::mark(const std::string& text, const std::string& field, Guard guard) {
    return open({field, guard, 0, {}}) + escaped(text) + to_utf8(value_ends);
}

std::string MarkedValues::mark_pen(const std::string& field, double millimetres) {
    return open({field, Guard::none, millimetres, {}}) + to_utf8(value_ends);
}

std::string MarkedValues::mark_absent(const std::string& complaint) {
    return open({{}, Guard::none, 0, complaint}) + to_utf8(value_ends);
}

std::vector<Runs> MarkedValues::parts(const Runs& marked, const std::string& where) const {
    MarkReader reader(*this, where, false);
    for (const Run& run : marked) reader.read(run.text, run.face);
    return reader.parts();
}

std::vector<Runs> MarkedValues::verbatim_parts(const std::string& marked,
                                               const std::string& where) const {
    MarkReader reader(*this, where, true);
    reader.read(marked, Face::regular);
    return reader.parts();
}

std::string MarkedValues::plain(const std::string& marked, const std::string& where) const {
    std::string text;
    for (const Runs& part : verbatim_parts(marked, where)) {
        if (!text.empty()) text += ' ';
        for (const Run& run : part) text += run.text;
    }
    return text;
}

std::string without_double_stops(std::string marked) {
    const std::string end = "\\." + to_utf8(value_ends);
    for (auto at = marked.find(end); at != std::string::npos; at = marked.find(end, at + 1)) {
        const auto next = marked.find_first_not_of(' ', at + end.size());
        if (next == std::string::npos) break;
        const std::string rest = marked.substr(next, 2);
        const bool is_adjacent = next == at + end.size();
        const bool before_stop = is_adjacent && rest.starts_with('.');
        const bool before_other =
            (is_adjacent && (rest.starts_with(',') || rest.starts_with(';'))) || rest == "·";
        const auto word_begin = marked.find_last_of(" \t\n", at);
        const std::string last_word =
            marked.substr(word_begin == std::string::npos ? 0 : word_begin + 1,
                          at - (word_begin == std::string::npos ? 0 : word_begin + 1));
        const bool is_abbreviation =
            last_word.find("\\.") != std::string::npos || count_code_points(last_word) <= 1;
        if (before_stop || (before_other && !is_abbreviation)) marked.erase(at, 2);
    }
    return marked;
}

}  // namespace ugoda
