// Doing harm to a vault, one thing at a time.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <string>

#include "small_vault.h"

namespace ugoda {

/// Runs SQL on the index behind the program's back.
inline void harm(const SmallVault& small, const std::string& sql) {
    SQLite::Database database((small.folder() / "index.db").string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA foreign_keys=OFF");
    database.exec(sql);
}

inline std::string read_all(const std::filesystem::path& file) {
    return read_file(file, 1u << 24, Fault::storage);
}

/// Writes into the file, whatever its mode: no new one takes its place, nothing is synced.
inline void overwrite(const std::filesystem::path& file, const std::string& bytes) {
    const auto mode = std::filesystem::status(file).permissions();
    std::filesystem::permissions(file, std::filesystem::perms(0600));
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    std::filesystem::permissions(file, mode);
}

/// SQL that changes bytes of a header.
inline std::string changed_header(const std::string& from, const std::string& to, int seq) {
    return "UPDATE event SET header = CAST(replace(CAST(header AS TEXT), '" + from + "', '" + to +
           "') AS BLOB) WHERE seq = " + std::to_string(seq);
}

inline void flip(std::string& bytes, std::size_t at, unsigned bit) {
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1u << bit));
}

}  // namespace ugoda
