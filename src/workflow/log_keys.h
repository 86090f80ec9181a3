// `ugoda key`: the log's signing keys.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "workflow/workplace.h"

namespace ugoda {

struct KeyLine {
    std::string public_key, id, fingerprint;  ///< C2SP verifier key; 8 hex; for eyes
    std::uint64_t from = 0;                   ///< events there were when it began
    std::optional<std::uint64_t> until;       ///< the largest size it vouches for
    std::string ended;                        ///< key.rotated…; empty: in use
};

/// Oldest first.
[[nodiscard]] std::vector<KeyLine> list_keys(const Workplace& workplace);

struct KeyWish {
    bool is_lost = false, is_stolen = false;
    std::string why, since;  ///< since: RFC 3339; empty: now
};
/// Gives the log a new key. Returns it.
KeyLine renew_key(const Workplace& workplace, const KeyWish& wish);

[[nodiscard]] Json to_json(const KeyLine& key);

}  // namespace ugoda
