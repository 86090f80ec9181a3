// Rows of the derived tables and of the log, as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/event.h"
#include "base/digest.h"
#include "base/json.h"

namespace ugoda {

struct CaseEntry {
    std::string number;  ///< 2026-0001
    std::string opened;  ///< RFC 3339
    std::optional<std::string> closed;
    Json sections;  ///< of the case file, as merged so far
    Json about;     ///< content of case.opened but the sections: locale, title…
};

struct PhotoEntry {
    int number = 0;         ///< within the case, from 1
    std::uint64_t seq = 0;  ///< of the event that brought it
    std::string received;   ///< RFC 3339
    Json content;           ///< of photo.added
    ObjectRef original, rendition;
};

struct AttachmentEntry {
    int number = 0;  ///< attachment number within the case
    std::uint64_t seq = 0;
    std::string received;
    Json content;  ///< of attachment.added
    ObjectRef original;
};

/// One version of a record. Fixed first, issued when its copies are stored.
struct RecordEntry {
    std::string id;  ///< SET-2026-0001
    std::string form;
    int version = 1;
    std::string content_hash;  ///< 64 hex
    std::uint64_t fixed_seq = 0;
    std::string fixed_time;  ///< RFC 3339
    Json fixed;              ///< content of record.fixed
    std::vector<ObjectRef> fixed_objects;
    std::optional<std::uint64_t> issued_seq;
    std::string issued_time;
    Json issued;  ///< content of record.issued; null until then
    std::vector<ObjectRef> issued_objects;
};

/// A checkpoint that left the house on the copies of a record.
struct IssuedCheckpoint {
    std::string record;  ///< SET-2026-0001
    int version = 1;
    std::string issued;      ///< RFC 3339
    std::uint64_t size = 0;  ///< events it covers
    std::string note;        ///< exact bytes
};

/// An event as it lies in the log. No payload when it was erased.
struct EventEntry {
    Header header;
    Digest header_hash;  ///< the leaf entry
    std::optional<Payload> payload;
};

}  // namespace ugoda
