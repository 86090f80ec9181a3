// The events of one case, found by the derived tables.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/error.h"
#include "vault/event_entry.h"
#include "vault/log_store.h"
#include "vault/statements.h"

namespace SQLite {
class Database;
}

namespace ugoda {

class CaseEvents {
  public:
    /// `database` must outlive it.
    explicit CaseEvents(SQLite::Database& database) : statements_(database), log_(database) {}

    using Visit = std::function<void(const EventOutline&)>;

    /// Shows them, oldest first. False when there is no such case. Throws Error(Fault::integrity)
    /// when the index does not fit the log. No visit may begin another.
    bool for_each(const std::string& case_number, const Visit& visit);
    /// Those of one kind that have their payload.
    bool for_each(const std::string& case_number, std::string_view kind, const Visit& visit);

  private:
    Statements statements_;
    LogStore log_;
};

/// An event that is not what the index says it is.
[[nodiscard]] Error does_not_fit(std::uint64_t seq);

}  // namespace ugoda
