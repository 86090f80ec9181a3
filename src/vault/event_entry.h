// Events as they lie in the log, as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "audit/event.h"
#include "audit/payload_outline.h"
#include "base/digest.h"

namespace ugoda {

/// An event read and checked as far as all events are alike. No payload when it was erased. Good
/// as long as the bytes it was read from.
struct EventOutline {
    Header header;
    Digest header_hash;  ///< the leaf entry
    std::optional<PayloadOutline> payload;
};

/// An event as it lies in the log. No payload when it was erased.
struct EventEntry {
    Header header;
    Digest header_hash;  ///< the leaf entry
    std::optional<Payload> payload;
};

/// The events that open a case or a visit.
inline bool is_opening(const std::string& kind) {
    return kind == "case.opened" || kind == "visit.opened";
}

/// As findings and errors name it.
inline std::string event_name(std::uint64_t seq) { return "event " + std::to_string(seq); }

}  // namespace ugoda
