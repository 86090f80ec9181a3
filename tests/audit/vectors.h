// The vectors of this folder.
#pragma once

#include <map>
#include <string>

#include "base/base64.h"
#include "base/digest.h"
#include "base/files.h"
#include "base/json.h"

namespace ugoda {

inline std::string vector_text(const std::string& name) {
    return read_file(std::string(UGODA_SOURCE_DIR) + "/tests/audit/vectors/" + name, 1u << 20,
                     Fault::input);
}

/// Read once, so that a loop may run over a part of it.
inline const Json& vectors(const std::string& name) {
    static std::map<std::string, Json> read;
    const auto [found, is_new] = read.try_emplace(name);
    if (is_new) found->second = Json::parse(vector_text(name));
    return found->second;
}

inline std::string from_hex(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

/// The digest of exactly these 32 bytes; nothing when there are more or fewer.
inline std::optional<Digest> digest_of_bytes(const std::string& bytes) {
    return digest_from_hex(to_hex(std::string_view(bytes)));
}

}  // namespace ugoda
