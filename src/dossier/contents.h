// What one dossier holds, as values: the events of a case and of its visits, what they name, and what
// of it the reader is not given. Bytes of objects stay in the vault until they are written.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/checkpoint.h"
#include "audit/event.h"
#include "dossier/withheld.h"
#include "vault/vault.h"

namespace ugoda {

struct DossierEvent {
    std::uint64_t seq = 0;
    std::string of;  ///< number of the case or visit, or "log"
    EventEntry entry;
    std::optional<Absence> absence;  ///< of the payload
    Json excerpt;                    ///< of a withheld payload: what the reader may have of its content
};

struct DossierObject {
    ObjectRef object;  ///< role: as the first event that names it has it
    std::string path;  ///< data/photos/01-before.jpg
    std::optional<Absence> absence;
};

/// One that left the house and covers an event of the case.
struct DossierCheckpoint {
    std::uint64_t size = 0;
    std::string note, paper;  ///< paper: SET-2026-0001 v1; empty: it is in an earlier dossier or under a token
    /// Of its token, by file: token.tsr, authority.pem, crl.der.
    std::map<std::string, ObjectRef> token;
};

/// A key of the log, in force from that size of the log on.
struct DossierKey {
    VerifierKey key;
    std::uint64_t from = 0;
    std::optional<std::uint64_t> until;
};

struct Contents {
    std::string case_number, vault, origin, made, reader, language, program;
    std::vector<std::string> visits;
    std::uint64_t size = 0;
    std::string checkpoint;                      ///< signed, of that size
    std::vector<DossierEvent> events;            ///< by seq
    std::vector<DossierObject> objects;          ///< each once
    std::vector<DossierCheckpoint> checkpoints;  ///< by size
    std::vector<DossierKey> keys;
};

/// What the reader does not get of an event, and what of its content in its place; nothing: all of it.
struct LeftOut {
    std::string why;
    Json excerpt;  ///< null: nothing
};
using Withholding = std::function<std::optional<LeftOut>(const Header& header, const Json& content)>;

struct GatherOptions {
    std::string reader = "complete";  ///< complete, insurer, court, client
    Withholding withholding;          ///< empty: nothing is withheld
    std::string made, language, program;
    std::uint64_t size = 0;  ///< the log's size that the dossier is of
};

/// Out of the vault. Throws Error(Fault::storage) when an object is missing that no event erased.
[[nodiscard]] Contents gather(const Vault& vault, const std::string& case_number, const GatherOptions& options);

}  // namespace ugoda
