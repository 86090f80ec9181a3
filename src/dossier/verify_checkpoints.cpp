// Checkpoints that left the house, and one that somebody typed from paper.
#include "audit/merkle_verify.h"
#include "audit/tlog_proof.h"
#include "audit/typed_note.h"
#include "dossier/bag_writer.h"
#include "dossier/verify_parts.h"

namespace ugoda {

namespace {

constexpr std::string_view folder = "data/checkpoints/";

/// Names of the folders below data/checkpoints, `000000000012`.
std::set<std::string> sizes_in(const FoundBag& bag) {
    std::set<std::string> names;
    for (auto at = bag.files.lower_bound(std::string(folder)); at != bag.files.end() && at->first.starts_with(folder);
         ++at) {
        const std::string_view rest = std::string_view(at->first).substr(folder.size());
        names.emplace(rest.substr(0, rest.find('/')));
    }
    return names;
}

void check_token(const Dossier& dossier, const std::string& where, const DossierChecks& checks, Findings& findings) {
    const FoundBag& bag = dossier.bag;
    const std::string token = where + "token.tsr";
    if (!bag.has(token)) return;
    if (checks.token)
        append(findings,
               checks.token(token, bag.text(where + "checkpoint"), bag.text(token), bag.text(where + "authority.pem")));
    else
        findings.push_back(unchecked(token, "was not checked here; `openssl ts -verify` does"));
}

void check_checkpoint(const Dossier& dossier, const std::string& name, Findings& findings) {
    const std::string where = std::string(folder) + name + "/";
    const std::string& note = dossier.bag.text(where + "checkpoint");
    const auto checkpoint = parse_checkpoint(note);
    if (!checkpoint || twelve_digits(checkpoint->size) != name) {
        findings.push_back(damaged(where + "checkpoint", "is not the checkpoint of that size"));
        return;
    }
    if (!signer_of(dossier, note))
        findings.push_back(damaged(where + "checkpoint", "is not signed by a key in data/keys"));
    const auto proof = parse_consistency(dossier.bag.text(where + "consistency"));
    if (!proof || !dossier.checkpoint)
        findings.push_back(damaged(where + "consistency", "is not a proof"));
    else if (proof->before != checkpoint->size || proof->now != dossier.checkpoint->size ||
             !verify_consistency({checkpoint->size, checkpoint->root},
                                 {dossier.checkpoint->size, dossier.checkpoint->root}, proof->path))
        findings.push_back(
            damaged(where + "consistency", "does not prove that the log of data/checkpoint begins with this one"));
}

/// The checkpoint of that size in the dossier.
std::optional<Checkpoint> of_size(const Dossier& dossier, std::uint64_t size) {
    if (dossier.checkpoint && dossier.checkpoint->size == size) return dossier.checkpoint;
    return parse_checkpoint(dossier.bag.text(std::string(folder) + twelve_digits(size) + "/checkpoint"));
}

}  // namespace

void check_checkpoints(const Dossier& dossier, const DossierChecks& checks, Findings& findings) {
    for (const std::string& name : sizes_in(dossier.bag)) {
        check_checkpoint(dossier, name, findings);
        check_token(dossier, std::string(folder) + name + "/", checks, findings);
    }
}

void check_paper(const Dossier& dossier, const std::string& typed, Findings& findings) {
    constexpr const char* paper = "the paper's checkpoint";
    const std::string note = as_note(typed);
    const auto checkpoint = parse_checkpoint(note);
    const auto is_different = [&](const std::string& what) {
        findings.push_back(
            {paper, what,
             "compare what was typed with the paper; if it is the same, keep paper and dossier for an expert",
             Level::warning});
    };
    if (!checkpoint) return is_different("is not a checkpoint: three lines, a blank one, and a line with a signature");
    if (!signer_of(dossier, note)) return is_different("is not signed by a key in the dossier");
    const auto here = of_size(dossier, checkpoint->size);
    if (!here)
        return is_different(
            "covers " + std::to_string(checkpoint->size) +
            " events, and the dossier has no checkpoint of that size: it must, if the paper is of this case");
    if (*here != *checkpoint) is_different("is not the one of that size in the dossier: there are two histories");
}

}  // namespace ugoda
