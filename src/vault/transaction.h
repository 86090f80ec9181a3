// What is logged, and the open transaction that logs it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/event.h"
#include "base/clock.h"
#include "base/json.h"

namespace ugoda {

/// What is to be logged. `content` is personal; it gets its salt from the vault.
struct NewEvent {
    std::string kind;                        ///< "photo.added"
    /// "2026-0001", or a visit's "V-2026-0001"; none: about the vault itself
    std::optional<std::string> case_number;
    Json content;
    std::vector<ObjectRef> objects;
    std::string staff;  ///< id from vault.toml, never a name
};

/// What is to be erased of one case or visit.
struct Erasure {
    std::string case_number;
    std::vector<std::uint64_t> events;  ///< whose payloads go, with the objects that no other names
    Json content;       ///< ground and what statistics need: stays, so nothing of a person
    std::string staff;  ///< id
};

/// The open write transaction: everything appended in it becomes durable together.
class Writer {
  public:
    virtual ~Writer() = default;
    /// Appends and updates the derived tables. Returns the event as logged.
    virtual Event append(const NewEvent& event) = 0;
    /// Appends an `erased` event for each, deletes the payloads and makes the derived tables anew.
    /// Objects go, and old pages of the index with them, once the transaction is final.
    virtual void erase(const std::vector<Erasure>& erasures) = 0;
    /// The next free number of that year (gapless: it counts once its event is appended).
    [[nodiscard]] virtual std::string next_case_number(int year) = 0;
    [[nodiscard]] virtual std::string next_visit_number(int year) = 0;
    [[nodiscard]] virtual std::string next_record_id(const std::string& prefix, int year) = 0;
    /// The time the next event will get, with the vault's offset.
    [[nodiscard]] virtual Instant now() = 0;
};

}  // namespace ugoda
