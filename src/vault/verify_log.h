// The log, event by event: bytes, tree, chains; then the tables derived from it; and what it says
// of the rest.
#pragma once

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "audit/merkle.h"
#include "vault/event_entry.h"
#include "vault/key_history.h"
#include "vault/verify.h"
#include "vault/verify_report.h"

namespace SQLite {
class Database;
}

namespace ugoda {

/// An object and the first event that names it.
struct Reference {
    std::uint64_t bytes = 0;
    std::uint64_t seq = 0;
};

/// A checkpoint that an event says was printed.
struct Printed {
    std::uint64_t seq = 0;
    std::string note;
};

/// What the log says about things outside it.
struct LogFacts {
    TreeHead head;
    Json created;  ///< content of vault.created
    std::optional<KeyHistory> keys;  ///< none when that cannot be read
    std::optional<Digest> accepted_settings;
    std::optional<Digest> seal;  ///< certificates of the last one
    std::unordered_map<Digest, Reference, DigestHash> objects;
    std::vector<Printed> printed;
    std::map<std::uint64_t, std::uint64_t> erased_events;  ///< event, by event
    std::map<Digest, std::uint64_t> erased_objects;
    bool is_readable = true;  ///< false when an event could not be read
};

/// Reads all of it, in the read transaction that is open: headers, payloads and tree.
[[nodiscard]] LogFacts verify_log(SQLite::Database& database, Report& report,
                                  const Progress& progress);

/// Once more, for the tables derived from it.
void verify_index(SQLite::Database& database, const LogFacts& facts, Report& report,
                  const Progress& progress);

}  // namespace ugoda
