// The bytes of an event: a header that stays for ever and names nobody, and a payload that
// can be erased. Both are canonical JSON (RFC 8785); what is stored and hashed are the bytes.
// Grammar and a worked example: vault/FORMAT.md. Permanent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/digest.h"
#include "base/json.h"

namespace ugoda {

/// Place of an event in its case: 1 for the first, with the hash of the header before it.
struct CaseLink {
    std::uint64_t seq = 1;
    std::optional<Digest> previous;  ///< none for the first
    bool operator==(const CaseLink&) const = default;
};

struct Header {
    std::uint64_t seq = 0;  ///< index in the log, from 0
    std::string kind;
    Instant time;
    std::string boot;          ///< boot id of the computer
    std::int64_t mono_ms = 0;  ///< its monotonic clock
    bool behind = false;       ///< the clock showed less than at the event before
    std::string staff;         ///< id, never a name
    Digest payload{};          ///< SHA-256 of the payload's bytes
    std::optional<CaseLink> in_case;
    bool operator==(const Header&) const = default;
};

/// Bytes in the vault that an event speaks of.
struct ObjectRef {
    Digest sha256{};
    std::uint64_t bytes = 0;
    std::string role;  ///< original, rendition, answers, copy 1…
    bool operator==(const ObjectRef&) const = default;
};

struct Payload {
    std::string salt;  ///< 32 random bytes: no sibling's hash can be guessed
    Json content;
    std::vector<ObjectRef> objects;
};

struct Event {
    Header header;
    std::string header_bytes, payload_bytes;
    [[nodiscard]] Digest header_hash() const { return sha256(header_bytes); }
};

[[nodiscard]] std::string to_bytes(const Header& header);
[[nodiscard]] std::string to_bytes(const Payload& payload);

/// Nothing unless `bytes` are exactly what `to_bytes` would write.
[[nodiscard]] std::optional<Header> parse_header(std::string_view bytes);
[[nodiscard]] std::optional<Payload> parse_payload(std::string_view bytes);

}  // namespace ugoda
