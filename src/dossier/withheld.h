// withheld.txt: what is not in a dossier, and why. Its lines in a shell's words:
// `payload 12 health`, `object <64 hex> internal`, `erased-payload 12 40`, `erased-object <64 hex> 40`.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"

namespace ugoda {

/// Why something is not in the dossier.
struct Absence {
    std::string why;              ///< other-people, health, internal; empty: it was erased
    std::uint64_t erased_by = 0;  ///< by this event
    bool operator==(const Absence&) const = default;
};

struct Absences {
    std::map<std::uint64_t, Absence> payloads;  ///< by the event's number
    std::map<Digest, Absence> objects;
    bool operator==(const Absences&) const = default;
};

[[nodiscard]] std::string to_text(const Absences& absences);
/// Nothing unless `to_text` would write exactly `text`.
[[nodiscard]] std::optional<Absences> parse_absences(std::string_view text);

}  // namespace ugoda
