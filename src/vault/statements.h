// Statements prepared once for a connection and used again, as preparing one costs more than
// running it; and the values that go into them and come out.
#pragma once

#include <concepts>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace ugoda {

/// Indexes count from 1.
void bind_text(SQLite::Statement& statement, int index, const std::string& text);
void bind_bytes(SQLite::Statement& statement, int index, std::string_view bytes);
void bind_number(SQLite::Statement& statement, int index, std::int64_t number);

inline void bind_value(SQLite::Statement& statement, int index, const std::string& text) {
    bind_text(statement, index, text);
}
/// None is NULL.
inline void bind_value(SQLite::Statement& statement, int index, const std::optional<std::string>& text) {
    if (text) bind_text(statement, index, *text);
}
inline void bind_value(SQLite::Statement& statement, int index, const Digest& digest) {
    bind_bytes(statement, index, bytes_of(digest));
}
void bind_value(SQLite::Statement& statement, int index, std::integral auto number) {
    bind_number(statement, index, static_cast<std::int64_t>(number));
}

/// Columns count from 0.
[[nodiscard]] std::string text_in(const SQLite::Statement& row, int column);
/// Good until the row is left.
[[nodiscard]] std::string_view view_in(const SQLite::Statement& row, int column);
[[nodiscard]] std::string bytes_in(const SQLite::Statement& row, int column);
[[nodiscard]] std::uint64_t count_in(const SQLite::Statement& row, int column);
/// Throws Error(Fault::integrity) unless it is a blob of 32 bytes.
[[nodiscard]] Digest digest_in(const SQLite::Statement& row, int column);

/// Ends the use of a statement, so that it holds no lock.
struct ResetStatement {
    void operator()(SQLite::Statement* statement) const noexcept;
};
/// Borrowed: given back, reset, when it goes out of scope.
using Prepared = std::unique_ptr<SQLite::Statement, ResetStatement>;

class Statements {
  public:
    /// `database` must outlive the statements.
    explicit Statements(SQLite::Database& database);
    ~Statements();

    /// `sql` must be a literal. One use of the same statement at a time.
    template <typename... Values>
    [[nodiscard]] Prepared use(const char* sql, const Values&... values) {
        Prepared statement = prepare(sql);
        int index = 0;
        (bind_value(*statement, ++index, values), ...);
        return statement;
    }

    /// For a statement that changes rows: how many it changed.
    template <typename... Values>
    int run(const char* sql, const Values&... values) {
        return execute(*use(sql, values...));
    }
    /// For a query: true when there is a row.
    static bool step(SQLite::Statement& statement);

  private:
    Prepared prepare(const char* sql);
    static int execute(SQLite::Statement& statement);

    SQLite::Database& database_;
    std::map<std::string_view, std::unique_ptr<SQLite::Statement>> prepared_;
};

}  // namespace ugoda
