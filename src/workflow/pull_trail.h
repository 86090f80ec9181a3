// `ugoda trail`: every event of one case, oldest first, with what witnesses it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "workflow/workplace.h"

namespace ugoda {

/// The first checkpoint out of the salon's hands that covers an event.
struct Witness {
    std::string record;   ///< SET-2026-0001, whose copies carry it
    int version = 1;
    std::string issued;   ///< RFC 3339
    std::uint64_t size = 0;
};

struct TrailLine {
    std::uint64_t seq = 0;        ///< in the log
    std::uint64_t case_seq = 1;
    std::string kind, time;       ///< RFC 3339 with offset
    bool clock_behind = false;
    std::string staff, who;       ///< id, name in vault.toml
    std::string what;             ///< one sentence
    std::string header, payload;  ///< SHA-256, 64 hex
    std::vector<ObjectRef> objects;
    std::optional<Witness> witness;
    bool is_erased = false;
};

struct Trail {
    std::string case_number, log;  ///< log: origin of the checkpoints
    std::uint64_t log_size = 0;
    std::vector<TrailLine> lines;
};

[[nodiscard]] Trail pull_trail(const Workplace& workplace, const std::string& case_number);
[[nodiscard]] Json to_json(const Trail& trail);

}  // namespace ugoda
