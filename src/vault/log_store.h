// The log in index.db: header bytes, payload bytes, tree nodes. Knows nothing of what events
// mean, and lets only Writer append.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "audit/event.h"
#include "audit/merkle.h"
#include "vault/event_entry.h"
#include "vault/statements.h"

namespace SQLite {
class Database;
}

namespace ugoda {

/// An event as its bytes lie there, not yet looked at. Good until the next one is read.
struct StoredEvent {
    std::uint64_t seq = 0;
    std::string_view header;
    std::optional<std::string_view> payload;  ///< none when its row is gone
};

/// Throws Error(Fault::integrity), naming the event, when the bytes are not an event's or the
/// payload is not the header's.
[[nodiscard]] EventOutline outline(const StoredEvent& stored);
[[nodiscard]] EventEntry to_entry(const EventOutline& event);

class LogStore {
  public:
    /// `database` must outlive the store.
    explicit LogStore(SQLite::Database& database) : database_(database), statements_(database) {}

    [[nodiscard]] std::uint64_t size() const;
    /// Reads nodes; a missing one throws Error(Fault::integrity).
    [[nodiscard]] NodeReader nodes() const;
    /// Shows event `seq`. Throws Error(Fault::integrity) when it is not there or damaged.
    void read(std::uint64_t seq, const std::function<void(const EventOutline&)>& visit) const;
    [[nodiscard]] EventEntry entry(std::uint64_t seq) const;
    /// Every event, oldest first, whatever it looks like.
    void for_each(const std::function<void(const StoredEvent&)>& visit) const;

    /// Where to append. Throws Error(Fault::integrity) when the tree visibly does not fit the
    /// last event: appending would bury the damage.
    [[nodiscard]] Frontier frontier() const;
    /// Inserts the event and its nodes, in the transaction that is open.
    void append(const Event& event, Frontier& frontier);
    /// Notes the size and root that the transaction leaves.
    void record_head(const Frontier& frontier);

  private:
    SQLite::Database& database_;
    mutable Statements statements_;
};

}  // namespace ugoda
