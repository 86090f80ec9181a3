// A payload read as far as all payloads are alike: checked whole, its content not taken apart.
// Reading a large log is mostly this.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/event.h"

namespace ugoda {

/// Points into the bytes it was made from.
struct PayloadOutline {
    std::string_view content;  ///< a canonical JSON object
    std::vector<ObjectRef> objects;
    std::string_view salt;  ///< base64

    /// The content's member as text; empty when it is absent or no text.
    [[nodiscard]] std::string text(std::string_view name) const;
};

/// Nothing unless `bytes` are exactly what `to_bytes` would write for a payload.
[[nodiscard]] std::optional<PayloadOutline> outline_payload(std::string_view bytes);
/// With its content taken apart.
[[nodiscard]] Payload to_payload(const PayloadOutline& outline);

}  // namespace ugoda
