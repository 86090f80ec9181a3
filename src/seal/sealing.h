// PDF/A without PoDoFo in the program itself: that library and the eighteen behind it take longer to
// load than everything else, and only papers need them. They are behind the module ugoda-seal.so.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "seal/pdfa.h"
#include "seal/seal.h"

namespace ugoda {

using ToPdfa = std::string(std::string_view pdf, const PdfaOptions& options);

/// Begins to load the module beside what else there is to do; the next call of the two below waits
/// for it.
void prepare_sealing();

/// As to_pdfa (seal/pdfa.h), out of the module, for any thread. Throws Error(Fault::storage) when the
/// module cannot be loaded.
[[nodiscard]] std::string archival(std::string_view pdf, const PdfaOptions& options);

/// What a seal is made with and says.
struct SealOrder {
    const Seal& seal;
    std::string by;      ///< whose seal it is
    std::string moment;  ///< RFC 3339: when it is made, as it says itself
    std::vector<FieldPlace> empty_fields{};  ///< prepared for whoever signs on a screen later
    Timestamper timestamper{};               ///< none: PAdES B-B
};

/// The PDF as PDF/A-1b, sealed: from now on it may be appended to and never changed.
[[nodiscard]] std::string sealed(std::string_view pdf, PdfaOptions options, const SealOrder& order);

/// What the module at `file` offers, until the program ends. Throws Error(Fault::storage).
[[nodiscard]] ToPdfa* load_seal_module(const std::filesystem::path& file);

}  // namespace ugoda
