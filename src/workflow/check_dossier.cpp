#include "workflow/check_dossier.h"

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "dossier/verify_dossier.h"
#include "seal/pdf_check.h"
#include "seal/timestamp.h"

namespace ugoda {

namespace {

/// Whether the authority deserves trust the reader decides: its certificates are those in the dossier.
Findings check_token(const std::string& where, const std::string& data, const std::string& token, const std::string& authority) {
    if (authority.empty())
        return {{where, "lies without the certificates of its authority", "do not rely on it", Level::warning}};
    try {
        const Timestamp stamp = check_timestamp(token, sha256(data), authority, where);
        return {{where, "says " + to_rfc3339(stamp.time) + ", by " + one_line(stamp.authority),
                 "ask that authority for its certificate", Level::note}};
    } catch (const Error& error) {
        if (error.fault() != Fault::integrity) throw;
        return {{where, error.text(), "do not rely on it", Level::warning}};
    }
}

Findings check_seal_of(const std::string& where, const std::string& pdf) {
    Findings findings = check_pdf(pdf).findings;
    for (Finding& finding : findings) finding.where = where + ", " + finding.where;
    return findings;
}

}  // namespace

DossierCheck check_dossier(const std::filesystem::path& dossier, const std::filesystem::path& witness,
                           const Progress& progress) {
    constexpr std::uintmax_t longest_note = 64 << 10;
    DossierChecks checks;
    checks.progress = progress;
    checks.token = check_token;
    checks.seal = check_seal_of;
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
