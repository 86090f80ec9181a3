// Derives every event anew, in memory, and compares the result row by row with the vault's.
#pragma once

#include <optional>

#include "vault/database.h"
#include "vault/derived.h"
#include "vault/event_entry.h"
#include "vault/verify_report.h"

namespace ugoda {

class DerivedCheck {
  public:
    explicit DerivedCheck(Report& report);
    ~DerivedCheck();

    void event(const EventOutline& event);
    /// An event could not be read: what follows from it cannot be compared.
    void give_up() { is_sound_ = false; }
    /// Compares tables, and the schema too: a trigger or a view is nothing of ours.
    void compare(SQLite::Database& database);

  private:
    void compare_rows(SQLite::Database& database, const std::string& name, const std::string& sql);

    Report& report_;
    DatabaseHandle scratch_;
    std::optional<Derivation> derivation_;
    bool is_sound_ = true;
};

}  // namespace ugoda
