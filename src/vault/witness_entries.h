// What vouches for the log and its papers: seals, checkpoints out of the house, timestamps; as values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/event.h"
#include "base/json.h"

namespace ugoda {

/// A seal that papers were sealed with from an event on, until the next.
struct SealEntry {
    std::uint64_t seq = 0;
    std::string time;  ///< RFC 3339
    Json content;      ///< of seal.set: fingerprint, subject…
    ObjectRef certificates;
};

/// A checkpoint that left the house on the copies of a record.
struct IssuedCheckpoint {
    std::string record;  ///< SET-2026-0001
    int version = 1;
    std::string issued;      ///< RFC 3339
    std::uint64_t size = 0;  ///< events it covers
    std::string note;        ///< exact bytes
};

/// A checkpoint that is out of the salon's hands, and the event that says so.
struct OutsideCheckpoint {
    std::uint64_t event = 0;  ///< seq of `record.handed_over` or `timestamp.token`
    std::string time;         ///< RFC 3339, when that was logged
    std::uint64_t size = 0;   ///< events it covers
    Json content;             ///< of that event; a paper's names somebody
};

/// A timestamp over a checkpoint, as the event that brought it tells.
struct TimestampEntry {
    std::uint64_t seq = 0;
    std::uint64_t size = 0;  ///< events its checkpoint covers
    Json content;            ///< of timestamp.token
    std::vector<ObjectRef> objects;
};

/// Events that no timestamp covers, those of timestamps themselves left out.
struct Unstamped {
    std::uint64_t events = 0;
    std::string since;  ///< RFC 3339, of the first; empty when there are none
};

}  // namespace ugoda
