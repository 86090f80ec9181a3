#include "base/error.h"
#include "base/text.h"
#include "cli/verbs.h"
#include "workflow/check_paper.h"

namespace ugoda {

namespace {

Json certificate_json(const CertificateFacts& facts) {
    return {{"fingerprint", facts.fingerprint}, {"subject", facts.subject},
            {"issuer", facts.issuer},           {"key", facts.key},
            {"from", to_rfc3339({facts.from, 0})}, {"until", to_rfc3339({facts.until, 0})},
            {"self_made", facts.is_self_made}};
}

Json seal_json(const SealFound& seal) {
    Json certificates = Json::array();
    for (const CertificateFacts& facts : seal.cms.certificates) certificates.push_back(certificate_json(facts));
    Json value = {{"covers", seal.covers}, {"good", seal.cms.wrong.empty()}, {"moment", seal.moment}, {"certificates", certificates}};
    if (const auto& stamp = seal.cms.stamp)
        value["timestamp"] = {{"moment", stamp->moment}, {"authority", stamp->authority}, {"good", stamp->wrong.empty()}};
    return value;
}

Json copy_json(const PaperReport& report) {
    if (!report.copy) return {};
    return {{"record", report.copy->record}, {"version", report.copy->version}, {"copy", report.copy->copy},
            {"issued", report.copy->issued}, {"event", report.copy->seq},       {"exact", report.is_exact}};
}

Json to_json(const PaperReport& report) {
    Json seals = Json::array(), revisions = Json::array();
    for (const SealFound& seal : report.pdf.seals) seals.push_back(seal_json(seal));
    for (const RevisionFound& revision : report.pdf.revisions)
        revisions.push_back({{"begin", revision.begin}, {"end", revision.end}, {"readable", revision.is_plain},
                             {"changed", revision.changed}, {"added", revision.added}, {"only_signs", revision.only_signs}});
    return {{"intact", report.is_intact}, {"sha256", to_hex(report.sha256)}, {"bytes", report.bytes},
            {"seals", seals},             {"revisions", revisions},          {"copy", copy_json(report)}};
}

void print(const SealFound& seal, std::ostream& out) {
    out << "sealed" << (seal.moment.empty() ? "" : ", by its own account on " + short_time(seal.moment)) << ", over the first "
        << seal.covers << " bytes\n";
    if (!seal.cms.certificates.empty()) {
        const CertificateFacts& facts = seal.cms.certificates.front();
        out << "  by: " << brief(facts.subject) << '\n'
            << "  certificate: " << (facts.is_self_made ? "self-made, no authority stands behind it"
                                                        : "issued by " + brief(facts.issuer) + ", not held against any list of authorities")
            << '\n'
            << "  fingerprint (SHA-256): " << facts.fingerprint << '\n';
    }
    if (const auto& stamp = seal.cms.stamp; stamp && stamp->wrong.empty())
        out << "  timestamp: " << short_time(stamp->moment) << ", by " << brief(stamp->authority)
            << ", not held against any list of authorities\n";
}

void print(const PaperReport& report, std::ostream& out) {
    for (const SealFound& seal : report.pdf.seals) print(seal, out);
    if (report.copy)
        out << "the vault knows " << (report.is_exact ? "this file" : "what was sealed first") << ": " << one_line(report.copy->record)
            << " version " << report.copy->version << ", copy " << report.copy->copy << ", issued " << short_time(report.copy->issued)
            << '\n';
    out << (report.is_intact ? "intact" : "NOT intact") << ": " << report.bytes << " bytes, SHA-256 " << to_hex(report.sha256) << '\n';
}

/// The vault that is named or near, if there is one.
std::optional<Workplace> workplace_near(const Session& session) {
    try {
        return session.workplace();
    } catch (const Error& error) {
        if (error.fault() != Fault::usage) throw;
        return std::nullopt;
    }
}

}  // namespace

ExitCode run_verify_paper(const std::string& file, const std::string& witness, const Session& session) {
    if (!witness.empty())
        throw Error(Fault::usage, "--witness", "does not go with a PDF", "verify --witness FILE holds a checkpoint against the vault, verify PDF a paper");
    const PaperReport report = check_paper(workplace_near(session), file);
    const ExitCode code = conclude(to_json(report), report.findings, session);
    if (!session.is_json) print(report, session.out);
    return code;
}

}  // namespace ugoda
