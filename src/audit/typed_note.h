// A checkpoint as a person copied it from paper, made into the bytes it was printed from.
#pragma once

#include <string>
#include <string_view>

namespace ugoda {

/// Line ends, blanks at the ends of lines and inside the two long lines, blank lines and the
/// dash before the signature are put right; every other character stays as it was typed.
[[nodiscard]] std::string as_note(std::string_view typed);

}  // namespace ugoda
