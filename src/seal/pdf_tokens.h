// The words of a PDF (ISO 32000-1 §7.2, §7.3): enough to find objects and the entries of a dictionary
// in bytes from outside. Nothing is decoded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace ugoda {

/// Reads forward in bytes that must outlive it. Every read that fails leaves the place where it was.
class PdfTokens {
  public:
    explicit PdfTokens(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] bool is_at_end() const { return at_ >= bytes_.size(); }
    void move_to(std::size_t at) { at_ = at; }

    /// Over white space and comments.
    void skip_blank();
    /// `word`, which if it is not a bracket stands alone.
    bool take(std::string_view word);
    /// A whole number of at most 15 digits, without a sign.
    std::optional<std::uint64_t> take_number();
    /// A value of any kind, as it stands there; a reference (`3 0 R`) is one. Nothing when it does not
    /// end, or is nested deeper than sixty-four times.
    std::optional<std::string_view> take_value();

  private:
    [[nodiscard]] bool skip_value(int depth);
    [[nodiscard]] bool skip_until(std::string_view close, int depth);
    [[nodiscard]] bool skip_string();
    [[nodiscard]] bool skip_reference();
    [[nodiscard]] bool skip_word();

    std::string_view bytes_;
    std::size_t at_;
};

/// Values by key, as they stand in the dictionary that `value` is; of a key that is there twice the
/// last. Nothing when it is none.
[[nodiscard]] std::optional<std::map<std::string, std::string_view>> dictionary_in(std::string_view value);

/// The same for values that differ in white space and comments only.
[[nodiscard]] std::string normal_form(std::string_view value);

}  // namespace ugoda
