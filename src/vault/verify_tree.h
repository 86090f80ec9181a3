// Recomputes the log's tree from the events and holds the stored nodes and heads against it.
#pragma once

#include <cstdint>
#include <memory>

#include "audit/merkle.h"
#include "vault/verify_report.h"

namespace SQLite {
class Database;
}

namespace ugoda {

class TreeCheck {
  public:
    TreeCheck(SQLite::Database& database, Report& report);
    ~TreeCheck();

    /// The next event, in order of `seq`, by the SHA-256 of its header.
    void event(std::uint64_t seq, const Digest& header_hash);
    /// The recomputed size and root. Looks for nodes and heads that belong to no event.
    [[nodiscard]] TreeHead finish();

  private:
    struct Rows;
    void skip_to(std::uint64_t seq);
    void add(const Digest& leaf);
    void check_head();

    Report& report_;
    std::unique_ptr<Rows> rows_;
    Frontier frontier_;
    std::uint64_t wrong_inner_ = 0;
};

}  // namespace ugoda
