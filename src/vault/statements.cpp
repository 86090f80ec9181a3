#include "vault/statements.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "base/error.h"

namespace ugoda {

void bind_text(SQLite::Statement& statement, int index, const std::string& text) {
    statement.bind(index, text);
}

void bind_bytes(SQLite::Statement& statement, int index, std::string_view bytes) {
    statement.bind(index, bytes.data(), static_cast<int>(bytes.size()));
}

void bind_number(SQLite::Statement& statement, int index, std::int64_t number) {
    statement.bind(index, number);
}

std::string text_in(const SQLite::Statement& row, int column) {
    return row.getColumn(column).getString();
}

std::string_view view_in(const SQLite::Statement& row, int column) {
    const SQLite::Column value = row.getColumn(column);
    const auto* bytes = static_cast<const char*>(value.getBlob());
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(value.getBytes()));
}

std::string bytes_in(const SQLite::Statement& row, int column) {
    return std::string(view_in(row, column));
}

std::uint64_t count_in(const SQLite::Statement& row, int column) {
    return static_cast<std::uint64_t>(row.getColumn(column).getInt64());
}

Digest digest_in(const SQLite::Statement& row, int column) {
    const std::string bytes = bytes_in(row, column);
    Digest digest{};
    if (bytes.size() != digest.size())
        throw Error(Fault::integrity, "index.db", "a stored hash is not 32 bytes long",
                    "run `ugoda verify`");
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

void ResetStatement::operator()(SQLite::Statement* statement) const noexcept {
    statement->tryReset();  // what went wrong was thrown when it ran
}

Statements::Statements(SQLite::Database& database) : database_(database) {}
Statements::~Statements() = default;

bool Statements::step(SQLite::Statement& statement) { return statement.executeStep(); }

Prepared Statements::prepare(const char* sql) {
    auto& statement = prepared_[sql];
    if (!statement) statement = std::make_unique<SQLite::Statement>(database_, sql);
    statement->clearBindings();
    return Prepared(statement.get());
}

int Statements::execute(SQLite::Statement& statement) { return statement.exec(); }

}  // namespace ugoda
