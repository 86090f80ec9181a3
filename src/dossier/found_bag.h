// What was found in a bag: every file's hash and, of the few that are looked into, what they say. Taken
// in one pass; what large files hold is not kept.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "audit/event.h"
#include "audit/merkle.h"
#include "base/finding.h"
#include "dossier/bag_source.h"
#include "dossier/verify_dossier.h"

namespace ugoda {

struct FoundFile {
    Digest sha256{};
    std::uint64_t bytes = 0;
};

/// A payload as far as checks need it.
struct FoundPayload {
    Digest sha256{};
    bool is_payload = false;  ///< its bytes are those of a payload
    std::string of;           ///< content.case
    std::vector<ObjectRef> objects;
    std::set<std::uint64_t> erased_events;
    std::set<std::string> erased_objects;  ///< hex
};

struct FoundProof {
    std::uint64_t index = 0;
    Proof path;
    Digest checkpoint{};  ///< SHA-256 of the note that it leads to
};

/// By what its folder holds.
struct FoundEvent {
    std::string header;  ///< bytes
    std::optional<FoundPayload> payload;
    std::optional<FoundProof> proof;
};

struct FoundBag {
    std::map<std::string, FoundFile> files;
    std::map<std::string, std::string> texts;  ///< of files that are looked into
    std::map<std::string, FoundEvent> events;  ///< by folder: 000000000012
    Findings findings;                         ///< what may not be in a bag: odd paths, links, doubles

    /// Empty when it is not there.
    [[nodiscard]] const std::string& text(const std::string& path) const;
    [[nodiscard]] bool has(const std::string& path) const { return files.contains(path); }
};

/// Throws Error(Fault::input) when it cannot be read on, or what must be looked into is too large.
/// Of `checks` those are made here that need a whole file which is not kept: seals.
[[nodiscard]] FoundBag take_in(BagSource& source, const DossierChecks& checks);

/// Damage in a dossier, and what could not be checked.
[[nodiscard]] Finding damaged(const std::string& path, const std::string& what);
[[nodiscard]] Finding unchecked(const std::string& path, const std::string& what);

}  // namespace ugoda
