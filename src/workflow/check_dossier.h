// `ugoda verify DOSSIER`: what another salon, or this one, handed out. No vault is needed.
#pragma once

#include <filesystem>
#include <string>

#include "base/finding.h"
#include "base/progress.h"

namespace ugoda {

struct DossierCheck {
    bool is_intact = false;
    Findings findings;
    std::string case_number, reader, made, origin, root, fingerprint;
    std::uint64_t size = 0;
    std::size_t files = 0, events = 0, withheld = 0, erased = 0;
};

/// `witness`: a file with a checkpoint typed from paper; empty: none. Throws Error(Fault::input) when
/// there is no zip and no folder of that name.
[[nodiscard]] DossierCheck check_dossier(const std::filesystem::path& dossier, const std::filesystem::path& witness,
                                         const Progress& progress);

}  // namespace ugoda
