// Parts of gathering: which of the log's own events go with a case, what erased something of it, and
// which checkpoints cover it outside the house.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dossier/contents.h"

namespace ugoda {

/// Which events erased what; of several the last.
struct Erasures {
    std::map<std::uint64_t, std::uint64_t> payloads;
    std::map<std::string, std::uint64_t> objects;  ///< by hex

    /// Nothing to it unless it is an `erased` with its words.
    void add(const EventEntry& event);
};

/// Numbers of those among the log's `own` that a reader of `events` needs: what happened to its keys,
/// seals and epochs, what erased something of these, and tokens over them.
[[nodiscard]] std::set<std::uint64_t> needed_own_events(const std::vector<EventEntry>& own,
                                                        const std::vector<DossierEvent>& events);

/// Whether what an `erased` says names other events than these.
[[nodiscard]] bool names_others(const Json& erased, const std::vector<DossierEvent>& events);

/// Those on the papers of the case, in dossiers made of it before and under tokens, by size, each once.
[[nodiscard]] std::vector<DossierCheckpoint> checkpoints_of(const Contents& contents, const Vault& vault);

}  // namespace ugoda
