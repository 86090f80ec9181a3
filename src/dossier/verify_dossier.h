// Does a dossier hold? Everything that can be checked without the vault that it came from, in the order
// of FORMAT.md. The bag's bytes are from outside and may be made to mislead.
//
// Damage is Level::warning; Level::note tells what could not be checked. No finding above a note: intact.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/finding.h"
#include "base/progress.h"
#include "dossier/bag_source.h"

namespace ugoda {

/// What is checked by others than the dossier's own checker.
struct DossierChecks {
    /// A checkpoint as somebody typed it from paper; empty: none.
    std::string witness;
    /// Holds a timestamp (RFC 3161) and its authority's certificates against what it is of; empty: not
    /// checked, and said so.
    std::function<Findings(const std::string& where, const std::string& data, const std::string& token,
                           const std::string& authority)>
        token;
    /// Judges the seal of one record, bytes of a PDF from outside; empty: not checked, and said so.
    std::function<Findings(const std::string& where, const std::string& pdf)> seal;
    Progress progress;  ///< of "files"
};

struct DossierReport {
    Findings findings;
    std::string case_number, origin, fingerprint, root, made, reader;  ///< root: base64
    std::uint64_t size = 0;                                            ///< events that its checkpoint covers
    std::size_t files = 0, events = 0, withheld = 0, erased = 0;
    [[nodiscard]] bool is_intact() const { return worst(findings) < Level::warning; }
};

/// A zip or the folder it was unpacked into. Throws Error(Fault::input) when it is neither.
[[nodiscard]] DossierReport verify_dossier(const std::filesystem::path& bag, const DossierChecks& checks);
[[nodiscard]] DossierReport verify_dossier(BagSource& bag, const DossierChecks& checks);

}  // namespace ugoda
