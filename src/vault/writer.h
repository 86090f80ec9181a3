// Appending inside one open transaction.
#pragma once

#include <string>

#include "audit/merkle.h"
#include "base/random.h"
#include "vault/derived.h"
#include "vault/log_store.h"
#include "vault/objects.h"
#include "vault/transaction.h"

namespace SQLite {
class Database;
}

namespace ugoda {

class LogWriter final : public Writer {
  public:
    /// All must outlive the writer. The clock is read once: what is logged together has one time.
    LogWriter(SQLite::Database& database, const ObjectStore& objects, const Clock& clock,
              Random& random);

    Event append(const NewEvent& event) override;
    void erase(const std::vector<Erasure>& erasures) override;
    [[nodiscard]] std::string next_case_number(int year) override;
    [[nodiscard]] std::string next_visit_number(int year) override;
    [[nodiscard]] std::string next_record_id(const std::string& prefix, int year) override;
    [[nodiscard]] Instant now() override { return now_; }

    [[nodiscard]] bool has_appended() const { return frontier_.size() > first_; }
    /// Something was erased, so that nothing of it may stay anywhere.
    [[nodiscard]] bool has_erased() const { return has_erased_; }
    /// Payloads were deleted, so that there is something to finish once this is final.
    [[nodiscard]] bool has_deleted() const { return has_deleted_; }
    [[nodiscard]] const Frontier& frontier() const { return frontier_; }

  private:
    [[nodiscard]] std::optional<CaseLink> link(const NewEvent& event);

    SQLite::Database& database_;
    const ObjectStore& objects_;
    const Clock& clock_;
    Random& random_;
    LogStore log_;
    std::optional<Derivation> derivation_;
    Frontier frontier_;
    std::uint64_t first_;
    bool has_erased_ = false, has_deleted_ = false;
    Instant now_, previous_;
};

}  // namespace ugoda
