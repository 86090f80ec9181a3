#include "workflow/check_dossier.h"

#include "base/files.h"
#include "dossier/verify_dossier.h"

namespace ugoda {

DossierCheck check_dossier(const std::filesystem::path& dossier, const std::filesystem::path& witness,
                           const Progress& progress) {
    constexpr std::uintmax_t longest_note = 64 << 10;
    DossierChecks checks;
    checks.progress = progress;
    if (!witness.empty()) checks.witness = read_file(witness, longest_note, Fault::input);
    DossierReport report = verify_dossier(dossier, checks);
    return {report.is_intact(), std::move(report.findings),
            report.case_number, report.reader,
            report.made,        report.origin,
            report.root,        report.fingerprint,
            report.size,        report.files,
            report.events,      report.withheld,
            report.erased};
}

}  // namespace ugoda
