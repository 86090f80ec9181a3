// A manifest of a bag (RFC 8493 §2.1.3): which file has which SHA-256. Its lines are those of sha256sum.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"

namespace ugoda {

/// By path.
using Manifest = std::map<std::string, Digest>;

/// `<64 hex>  <path>`, a line each, in the order of paths.
[[nodiscard]] std::string to_text(const Manifest& manifest);
/// Nothing unless every line is one, its path may stand in a dossier, and none comes twice.
[[nodiscard]] std::optional<Manifest> parse_manifest(std::string_view text);

}  // namespace ugoda
