// What the reader of a dossier does not get, and why: one word of other-people, health, internal.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/digest.h"
#include "base/json.h"

namespace ugoda {

struct Withheld {
    std::map<std::uint64_t, std::string> payloads;  ///< by number of the event
    std::map<std::string, std::string> objects;     ///< by SHA-256, 64 hex
    std::map<std::uint64_t, Json> excerpts;         ///< of a withheld payload: the content that the reader does get

    [[nodiscard]] bool has(std::uint64_t seq) const { return payloads.contains(seq); }
    [[nodiscard]] bool has(const Digest& object) const { return objects.contains(to_hex(object)); }
};

}  // namespace ugoda
