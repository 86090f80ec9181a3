// UTF-8 text from outside: is it sound, how is it kept, how is it shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ugoda {

/// Well-formed UTF-8 (no surrogates, no overlong forms).
[[nodiscard]] bool is_utf8(std::string_view text);

/// The code point at `at`, which moves past it. `text` must be well-formed.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);
[[nodiscard]] std::string to_utf8(char32_t code_point);
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Unicode Normalization Form C.
[[nodiscard]] std::string to_nfc(std::string_view text);

/// Letters without their accents, as far as Unicode takes the two apart: é is e, ł stays.
[[nodiscard]] std::string without_accents(std::string_view text);

/// Unicode's own name in lower case: U+1F615 is "confused face".
[[nodiscard]] std::string character_name(char32_t code_point);

/// A C0 or C1 control (a line feed too), a bidirectional control, or a noncharacter:
/// nothing that may stand in a name or steer a terminal or a page.
[[nodiscard]] bool is_steering(char32_t code_point);

/// Answers as they are kept: NFC; CR LF and CR become LF; other steering characters
/// and U+FEFF are dropped; blanks at both ends are trimmed.
[[nodiscard]] std::string clean_answer(std::string_view text);

/// One safe line for a terminal: every steering character becomes `\u{…}`.
/// Ill-formed bytes become U+FFFD.
[[nodiscard]] std::string one_line(std::string_view text);

/// At most `most` code points of well-formed text, and `…` when that is not all of it.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

/// For comparing names: NFC, case folded, blanks collapsed.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace ugoda
