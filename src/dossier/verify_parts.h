// The parts of the dossier's checker, each of one matter; all append what they find.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/checkpoint.h"
#include "dossier/dossier_index.h"
#include "dossier/found_bag.h"
#include "dossier/verify_dossier.h"
#include "dossier/withheld.h"

namespace ugoda {

/// What the parts have in common, read once.
struct Dossier {
    FoundBag bag;
    std::vector<VerifierKey> keys;         ///< of data/keys, sound ones
    std::optional<Checkpoint> checkpoint;  ///< of data/checkpoint
    std::optional<VerifierKey> key;        ///< that signed it
    std::optional<Absences> absences;
    std::optional<DossierIndex> index;
    std::map<std::uint64_t, Header> headers;  ///< sound ones, whose number is their folder's

    [[nodiscard]] const FoundEvent& event(std::uint64_t seq) const;
};

/// Of a text that must be there: one that cannot be read is a finding here, once.
[[nodiscard]] Dossier read_dossier(FoundBag bag, Findings& findings);

/// The key among the dossier's that signed the note, if it did.
[[nodiscard]] std::optional<VerifierKey> signer_of(const Dossier& dossier, const std::string& note);

void check_bag(const FoundBag& bag, Findings& findings);
void check_statement(const Dossier& dossier, const DossierChecks& checks, Findings& findings);
void check_keys(const Dossier& dossier, Findings& findings);
void check_events(const Dossier& dossier, Findings& findings);
void check_chains(const Dossier& dossier, Findings& findings);
void check_objects(const Dossier& dossier, Findings& findings);
void check_checkpoints(const Dossier& dossier, const DossierChecks& checks, Findings& findings);
void check_index(const Dossier& dossier, Findings& findings);
void check_paper(const Dossier& dossier, const std::string& typed, Findings& findings);

}  // namespace ugoda
