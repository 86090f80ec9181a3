// `ugoda trail`: every event of one case, oldest first, with what witnesses it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "workflow/witnesses.h"
#include "workflow/workplace.h"

namespace ugoda {

struct TrailLine {
    std::uint64_t seq = 0;        ///< in the log
    std::uint64_t case_seq = 1;
    std::string kind, time;       ///< RFC 3339 with offset
    bool clock_behind = false;
    std::string staff, who;       ///< id, name in vault.toml
    std::string what;             ///< one sentence
    std::string header, payload;  ///< SHA-256, 64 hex
    std::vector<ObjectRef> objects;
    std::optional<PaperWitness> paper;          ///< the first that covers it
    std::optional<TimestampWitness> timestamp;  ///< likewise
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
