// `ugoda dossier`: one case, complete and checkable, in a zip that leaves the house (src/dossier/FORMAT.md).
#pragma once

#include <filesystem>
#include <string>

#include "base/finding.h"
#include "workflow/workplace.h"

namespace ugoda {

struct DossierOptions {
    std::filesystem::path out;  ///< the zip; nothing may be there
    std::string reader;         ///< insurer, court, client; empty: everything, for nobody in particular
};

struct MadeDossier {
    std::string sha256;                    ///< of the zip, 64 hex
    std::uint64_t size = 0, bytes = 0;     ///< events its checkpoint covers; of the zip
    std::size_t events = 0, withheld = 0;  ///< in it; payloads that are not
    Findings findings;
};

/// Makes it beside `out`, logs `dossier.made`, and only then gives it its name.
[[nodiscard]] MadeDossier make_dossier(const Workplace& workplace, const std::string& case_number,
                                       const DossierOptions& options);

}  // namespace ugoda
