// What was appended to a PDF after it was sealed, and what that changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "seal/pdf_scan.h"

namespace ugoda {

struct RevisionFound {
    std::size_t begin = 0, end = 0;  ///< in the file
    /// It is one revision, with a plain table of its objects, that goes on where the file ended. Else
    /// nothing below is known.
    bool is_plain = false;
    std::vector<std::uint64_t> changed, added;  ///< numbers of objects; deleted ones are changed
    /// Of what was there it changes signature fields only, and them by signing them.
    bool only_signs = false;
};

/// The bytes from `begin` to `end` of `pdf`, of which `scan` is.
[[nodiscard]] RevisionFound read_revision(std::string_view pdf, const PdfScan& scan, std::size_t begin, std::size_t end);

}  // namespace ugoda
