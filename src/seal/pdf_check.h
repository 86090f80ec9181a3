// The seals of a PDF from outside: what each is over, whether it is good, and what was appended
// after. Reads bytes by itself and checks with OpenSSL; what makes PDFs here has no part in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "seal/cms_check.h"
#include "seal/pdf_revisions.h"

namespace ugoda {

constexpr std::size_t largest_pdf = 64u << 20;

struct SealFound {
    std::size_t covers = 0;  ///< bytes of the file, from its first, but the seal itself
    std::string moment;      ///< RFC 3339: when it was made, by its own account; empty: it says nothing
    CmsFound cms;
};

struct PdfCheck {
    std::vector<SealFound> seals;           ///< in the order in which they were made
    std::vector<RevisionFound> revisions;   ///< what was appended after the first
    Findings findings;                      ///< nothing above a note: every byte is as it was sealed
};

/// Of at most `largest_pdf` bytes.
[[nodiscard]] PdfCheck check_pdf(std::string_view pdf);

}  // namespace ugoda
