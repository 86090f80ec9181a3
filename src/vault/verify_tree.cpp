#include "vault/verify_tree.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

#include "vault/event_entry.h"
#include "vault/statements.h"

namespace ugoda {

namespace {

/// Rows of (number, 32 bytes) in order of the number, read side by side with what they should be.
class Column {
  public:
    Column(SQLite::Database& database, const char* sql) : row_(database, sql) { next(); }

    /// The hash stored for `key`, passing by any before it; nothing when there is none, zeros
    /// when it is none.
    std::optional<Digest> take(std::uint64_t key) {
        while (more_ && key_ < key) {
            ++strays_;
            next();
        }
        if (!more_ || key_ != key) return std::nullopt;
        const std::string_view bytes = view_in(row_, 1);
        Digest hash{};
        if (bytes.size() == hash.size()) std::copy(bytes.begin(), bytes.end(), hash.begin());
        next();
        return hash;
    }
    [[nodiscard]] bool is_at(std::uint64_t key) const { return more_ && key_ <= key; }
    /// Rows that nobody asked for, those that are left included.
    std::uint64_t strays() {
        for (; more_; next()) ++strays_;
        return strays_;
    }

  private:
    void next() {
        more_ = row_.executeStep();
        if (more_) key_ = count_in(row_, 0);
    }
    SQLite::Statement row_;
    bool more_ = false;
    std::uint64_t key_ = 0, strays_ = 0;
};

}  // namespace

struct TreeCheck::Rows {
    Column nodes, heads;
    std::uint64_t last_head = 0;
};

TreeCheck::TreeCheck(SQLite::Database& database, Report& report)
    : report_(report),
      rows_(std::make_unique<Rows>(
          Rows{Column(database, "SELECT id, hash FROM node ORDER BY id"),
               Column(database, "SELECT size, root FROM head ORDER BY size")})) {}

TreeCheck::~TreeCheck() = default;

void TreeCheck::event(std::uint64_t seq, const Digest& header_hash) {
    if (seq != frontier_.size()) skip_to(seq);
    if (seq != frontier_.size()) return;
    const Digest leaf = leaf_hash(bytes_of(header_hash));
    const auto stored = rows_->nodes.take(stored_count(seq));
    if (!stored)
        report_.damage(event_name(seq), "its leaf is missing from the log's tree");
    else if (*stored != leaf)
        report_.damage(event_name(seq),
                       "was changed after it was logged, or its leaf in the tree was");
    add(leaf);
}

/// Goes on after a hole with the leaves that the tree still has, so that one missing event is
/// told as one.
void TreeCheck::skip_to(std::uint64_t seq) {
    const std::uint64_t first = frontier_.size();
    while (frontier_.size() < seq) {
        const auto stored = rows_->nodes.take(stored_count(frontier_.size()));
        if (!stored) break;
        add(*stored);
    }
    report_.damage(event_name(first),
                   "is missing from the log; the next one there is event " + std::to_string(seq));
}

void TreeCheck::add(const Digest& leaf) {
    std::uint64_t id = stored_count(frontier_.size());
    const std::vector<Digest> stored = frontier_.append(leaf);
    for (std::size_t i = 1; i < stored.size(); ++i)
        if (rows_->nodes.take(++id) != stored[i]) ++wrong_inner_;
    check_head();
}

void TreeCheck::check_head() {
    const std::uint64_t size = frontier_.size();
    if (!rows_->heads.is_at(size)) return;
    const auto root = rows_->heads.take(size);
    if (!root) return;  // a stray; counted at the end
    rows_->last_head = size;
    if (*root != frontier_.root())
        report_.damage("size " + std::to_string(size),
                       "the root noted when the log had this size is not the root of its events");
}

TreeHead TreeCheck::finish() {
    const std::uint64_t size = frontier_.size();
    if (wrong_inner_ > 0)
        report_.damage("index.db", std::to_string(wrong_inner_) +
                                       " inner nodes of the log's tree do not fit its events");
    if (const auto strays = rows_->nodes.strays(); strays > 0)
        report_.damage("index.db",
                       std::to_string(strays) +
                           " nodes of the log's tree belong to no event: events were cut off");
    if (const auto strays = rows_->heads.strays(); strays > 0)
        report_.damage("index.db",
                       std::to_string(strays) +
                           " sizes were noted that the log does not have: events were cut off");
    if (rows_->last_head != size)
        report_.damage("index.db", "the log was last noted at size " +
                                       std::to_string(rows_->last_head) + " but has " +
                                       std::to_string(size) + " events");
    return {size, frontier_.root()};
}

}  // namespace ugoda
