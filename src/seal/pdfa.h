// A libharu PDF made into PDF/A-1b (ISO 19005-1). A door to PoDoFo; only for files we made.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "seal/seal_room.h"

namespace ugoda {

struct PdfaOptions {
    std::string language;               ///< BCP 47: pl-PL
    std::filesystem::path icc_profile;  ///< sRGB
    std::optional<SealRoom> room{};     ///< for a seal that is still to come
};

/// XMP mirroring the information dictionary, output intent, repaired fonts (ToUnicode, CIDSet,
/// widths), /Lang. Deterministic: the same input gives the same bytes.
/// Throws Error(Fault::internal) when PoDoFo refuses.
[[nodiscard]] std::string to_pdfa(std::string_view pdf, const PdfaOptions& options);

}  // namespace ugoda
