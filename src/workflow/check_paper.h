// `ugoda verify FILE.pdf`: a paper that came from somewhere, whether it is as it was sealed, and
// whether the vault knows it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/finding.h"
#include "seal/pdf_check.h"
#include "workflow/workplace.h"

namespace ugoda {

struct PaperReport {
    bool is_intact = false;  ///< nothing found above a note
    PdfCheck pdf;
    Digest sha256{};
    std::uint64_t bytes = 0;
    bool is_vault_asked = false;
    /// The copy that the vault has of it, exactly, or of what it was before something was appended.
    std::optional<CopyEntry> copy;
    bool is_exact = false;
    std::optional<SealEntry> seal;  ///< of the vault, by the certificate of the first signature
    Findings findings;
};

/// By its first bytes; a folder or what cannot be read is none.
[[nodiscard]] bool is_pdf(const std::filesystem::path& file);

/// No workplace: no vault is asked. Throws Error(Fault::input) when the file is no PDF or too large.
[[nodiscard]] PaperReport check_paper(const std::optional<Workplace>& workplace, const std::filesystem::path& file);

}  // namespace ugoda
