// Cases and their parts, as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/event.h"
#include "base/json.h"

namespace ugoda {

/// A line of a list. Texts longer than 200 characters are cut. What opened it may have been
/// erased, and all texts with it.
struct CaseSummary {
    std::string number;     ///< 2026-0001, V-2026-0001
    std::uint64_t seq = 0;  ///< of the event that opened it
    std::string opened, closed;  ///< RFC 3339; closed empty while open
    std::string client, client_id, treatment;
    std::string reference;  ///< the salon's own number of the complaint
    std::size_t photos = 0, attachments = 0;
    std::vector<std::string> records;  ///< ids, in their order
};

/// A case or visit as its events tell it, so far.
struct CaseEntry {
    std::string number;  ///< 2026-0001, V-2026-0001
    std::string opened;  ///< RFC 3339
    std::optional<std::string> closed;
    /// Of the case file, merged: members given replace, null removes, others stay.
    Json sections = Json::object();
    Json about = Json::object();  ///< content of what opened it but the sections: title, visits…
};

struct PhotoEntry {
    int number = 0;         ///< within the case, from 1
    std::uint64_t seq = 0;  ///< of the event that brought it
    std::string received;   ///< RFC 3339; by the visit, for one taken over from it
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
    bool is_void = false;
};

/// Something that must have happened by a certain time: a deadline of the law, or what a record
/// promises.
struct DueEntry {
    std::string case_number;
    std::string record;  ///< SET-2026-0001, whose promise it is; empty: a deadline
    std::string item;    ///< reply, redo, actions[2]
    std::string until;   ///< a date or RFC 3339; empty: nobody said
    std::string what, who;  ///< shortened
    std::string basis, certainty, silence;  ///< of a deadline
};

/// A copy of a record as it was issued, found by its bytes.
struct CopyEntry {
    std::string record;  ///< SET-2026-0001
    int version = 1, copy = 1;
    std::uint64_t seq = 0;  ///< of the event that issued it
    std::string issued;     ///< RFC 3339
};

}  // namespace ugoda
