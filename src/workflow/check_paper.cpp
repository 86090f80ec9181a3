#include "workflow/check_paper.h"

#include <fstream>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace ugoda {

namespace {

constexpr char pdf_begins[] = "%PDF-";

/// The seal of this vault that has that certificate.
std::optional<SealEntry> seal_with(const Vault& vault, const std::string& fingerprint) {
    for (SealEntry& seal : vault.seals())
        if (text_at(seal.content, "fingerprint") == fingerprint) return std::move(seal);
    return std::nullopt;
}

void ask(const Vault& vault, const std::string& pdf, PaperReport& report) {
    report.is_vault_asked = true;
    report.copy = vault.copy_with(report.sha256);
    report.is_exact = report.copy.has_value();
    const auto& seals = report.pdf.seals;
    if (!report.is_exact && !seals.empty() && seals.front().covers < pdf.size())
        report.copy = vault.copy_with(sha256(std::string_view(pdf).substr(0, seals.front().covers)));
    if (!seals.empty() && !seals.front().cms.certificates.empty())
        report.seal = seal_with(vault, seals.front().cms.certificates.front().fingerprint);
}

Finding told_by_vault(const PaperReport& report) {
    if (!report.is_vault_asked)
        return {"vault", "none was asked whether it knows this file", "compare the certificate's fingerprint with the salon's", Level::note};
    if (report.copy) return {"vault", "knows this file", "", Level::note};
    if (report.seal)
        return {"vault", "knows the seal on this file, but no record with such bytes was issued", "ask who had the seal's key", Level::warning};
    return {"vault", "does not know this file, nor the certificate it is sealed with", "ask for a copy that the salon's vault knows",
            Level::warning};
}

}  // namespace

bool is_pdf(const std::filesystem::path& file) {
    char beginning[sizeof pdf_begins - 1] = {};
    std::ifstream in(file, std::ios::binary);
    return in.read(beginning, sizeof beginning) && std::string_view(beginning, sizeof beginning) == pdf_begins;
}

PaperReport check_paper(const std::optional<Workplace>& workplace, const std::filesystem::path& file) {
    const std::string pdf = read_file(file, largest_pdf, Fault::input);
    if (!pdf.starts_with(pdf_begins)) throw Error(Fault::input, one_line(file.string()), "is not a PDF", "name a PDF that was issued");
    PaperReport report;
    report.pdf = check_pdf(pdf);
    report.sha256 = sha256(pdf);
    report.bytes = pdf.size();
    if (workplace) ask(open_vault(*workplace, Access::read), pdf, report);
    report.findings = report.pdf.findings;
    report.findings.push_back(told_by_vault(report));
    report.is_intact = worst(report.findings) < Level::warning;
    return report;
}

}  // namespace ugoda
