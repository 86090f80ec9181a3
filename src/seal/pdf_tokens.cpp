#include "seal/pdf_tokens.h"

#include <algorithm>

namespace ugoda {

namespace {

constexpr std::string_view white("\0\t\n\f\r ", 6), delimiters("()<>[]{}/%");

bool is_white(char c) { return white.find(c) != std::string_view::npos; }
bool is_regular(char c) { return !is_white(c) && delimiters.find(c) == std::string_view::npos; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void PdfTokens::skip_blank() {
    for (; at_ < bytes_.size(); ++at_) {
        if (bytes_[at_] == '%') at_ = std::min(bytes_.size(), bytes_.find_first_of("\r\n", at_));
        if (at_ >= bytes_.size() || !is_white(bytes_[at_])) return;
    }
}

bool PdfTokens::take(std::string_view word) {
    const std::size_t begin = at_;
    skip_blank();
    const std::size_t end = at_ + word.size();
    const bool is_there = bytes_.substr(at_).starts_with(word) &&
                          (!is_regular(word.back()) || end >= bytes_.size() || !is_regular(bytes_[end]));
    at_ = is_there ? at_ + word.size() : begin;
    return is_there;
}

std::optional<std::uint64_t> PdfTokens::take_number() {
    constexpr std::size_t most_digits = 15;
    const std::size_t begin = at_;
    skip_blank();
    std::uint64_t number = 0;
    const std::size_t first = at_;
    for (; at_ < bytes_.size() && is_digit(bytes_[at_]) && at_ - first < most_digits; ++at_)
        number = number * 10 + static_cast<std::uint64_t>(bytes_[at_] - '0');
    if (at_ > first && (at_ >= bytes_.size() || !is_regular(bytes_[at_]))) return number;
    at_ = begin;
    return std::nullopt;
}

std::optional<std::string_view> PdfTokens::take_value() {
    constexpr int deepest = 64;
    const std::size_t before = at_;
    skip_blank();
    const std::size_t begin = at_;
    if (skip_value(deepest)) return bytes_.substr(begin, at_ - begin);
    at_ = before;
    return std::nullopt;
}

/// Stands on its first byte.
bool PdfTokens::skip_value(int depth) {
    if (depth == 0 || at_ >= bytes_.size()) return false;
    const std::string_view rest = bytes_.substr(at_);
    if (rest.starts_with("<<") || rest.starts_with('[')) {
        const bool is_list = rest.starts_with('[');
        at_ += is_list ? 1 : 2;
        return skip_until(is_list ? "]" : ">>", depth - 1);
    }
    if (rest.starts_with('(')) return skip_string();
    if (rest.starts_with('<')) {
        const std::size_t end = bytes_.find('>', at_);
        if (end == std::string_view::npos) return false;
        at_ = end + 1;
        return true;
    }
    if (rest.starts_with('/')) {
        ++at_;
        (void)skip_word();
        return true;
    }
    return skip_reference() || skip_word();
}

bool PdfTokens::skip_until(std::string_view close, int depth) {
    for (;;) {
        skip_blank();
        if (bytes_.substr(std::min(at_, bytes_.size())).starts_with(close)) {
            at_ += close.size();
            return true;
        }
        if (!skip_value(depth)) return false;
    }
}

bool PdfTokens::skip_string() {
    for (int open = 0; at_ < bytes_.size(); ++at_) {
        if (bytes_[at_] == '\\') ++at_;
        else if (bytes_[at_] == '(') ++open;
        else if (bytes_[at_] == ')' && --open == 0) {
            ++at_;
            return true;
        }
    }
    return false;
}

bool PdfTokens::skip_reference() {
    if (!is_digit(bytes_[at_])) return false;
    const std::size_t begin = at_;
    if (take_number() && take_number() && take("R")) return true;
    at_ = begin;
    return false;
}

bool PdfTokens::skip_word() {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_regular(bytes_[at_])) ++at_;
    return at_ > begin;
}

std::optional<std::map<std::string, std::string_view>> dictionary_in(std::string_view value) {
    if (!value.starts_with("<<")) return std::nullopt;
    std::map<std::string, std::string_view> entries;
    for (PdfTokens tokens(value, 2); !tokens.take(">>");) {
        const auto key = tokens.take_value(), entry = tokens.take_value();
        if (!key || !entry || !key->starts_with('/')) return std::nullopt;
        entries[std::string(key->substr(1))] = *entry;
    }
    return entries;
}

std::string normal_form(std::string_view value) {
    std::string form;
    for (PdfTokens tokens(value);;) {
        tokens.skip_blank();
        if (tokens.is_at_end()) return form;
        // Brackets by themselves, so that what is inside them is taken apart too.
        const std::size_t at = tokens.at();
        const bool is_bracket = value[at] == '[' || value[at] == ']' || value.substr(at).starts_with("<<") || value.substr(at).starts_with(">>");
        if (is_bracket)
            tokens.move_to(at + (value[at] == '[' || value[at] == ']' ? 1 : 2));
        else if (!tokens.take_value())
            return std::string(value);
        form += value.substr(at, tokens.at() - at);
        form += ' ';
    }
}

}  // namespace ugoda
