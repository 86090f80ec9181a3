// dossier.json: what is in a dossier, for programs. It proves nothing and may say nothing that the
// rest does not say, so a checker makes it anew from what it found and compares.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/json.h"

namespace ugoda {

struct DossierIndex {
    struct Event {
        std::uint64_t seq = 0;
        std::string of;                         ///< 2026-0001, V-2026-0001, log
        std::optional<std::uint64_t> case_seq;  ///< none in the log's own
        std::string payload;                    ///< here, withheld, erased
        bool operator==(const Event&) const = default;
    };
    struct Object {
        Digest sha256{};
        std::uint64_t bytes = 0;
        std::string path, role;
        bool operator==(const Object&) const = default;
    };
    struct Key {
        std::string id;  ///< 8 hex
        std::uint64_t from = 0;
        std::optional<std::uint64_t> until;
        bool operator==(const Key&) const = default;
    };
    struct Paper {
        std::uint64_t size = 0;
        std::string paper;  ///< SET-2026-0001 v1; empty: none
        bool has_token = false;
        bool operator==(const Paper&) const = default;
    };

    std::string case_number, vault, origin, made, reader, language, program;
    std::vector<std::string> visits;
    std::uint64_t size = 0;
    std::vector<Event> events;
    std::vector<Object> objects;
    std::vector<Key> keys;
    std::vector<Paper> checkpoints;
};

/// Canonical JSON (RFC 8785).
[[nodiscard]] std::string to_text(const DossierIndex& index);
/// Nothing unless `to_text` would write exactly `text`.
[[nodiscard]] std::optional<DossierIndex> parse_dossier_index(std::string_view text);

}  // namespace ugoda
