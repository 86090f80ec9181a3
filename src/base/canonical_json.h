// Canonical JSON (RFC 8785) recognised byte by byte, without building what it says: what is kept
// for ever is read often, and always whole.
#pragma once

#include <optional>
#include <string_view>

#include "base/json.h"

namespace ugoda {

/// True when `parse_json` takes `text` within the limits and `canonical_json` writes the same
/// bytes again.
[[nodiscard]] bool is_canonical_json(std::string_view text, JsonLimits limits = {});

/// Takes canonical JSON apart, in the order in which it stands.
class CanonicalReader {
  public:
    /// `limits.depth` counts from here.
    explicit CanonicalReader(std::string_view text, JsonLimits limits = {})
        : rest_(text), depth_(limits.depth) {}

    /// True when `literal` comes next; it is then behind us.
    bool skip(std::string_view literal);
    /// The bytes of the value that comes next; nothing when it is none or not canonical.
    [[nodiscard]] std::optional<std::string_view> value();
    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

  private:
    std::string_view rest_;
    std::size_t depth_;
};

/// The bytes of the member's value in a canonical object; empty when it has none. `name` must
/// be letters that stand for themselves.
[[nodiscard]] std::string_view member_of(std::string_view object, std::string_view name);

/// What a canonical string says; nothing when `value` is none.
[[nodiscard]] std::optional<std::string> text_of(std::string_view value);

}  // namespace ugoda
