#include "dossier/manifest.h"

#include "dossier/bag_source.h"

namespace ugoda {

namespace {

constexpr std::size_t hash_digits = 64;
constexpr std::string_view blanks = "  ";

}  // namespace

std::string to_text(const Manifest& manifest) {
    std::string lines;
    for (const auto& [path, hash] : manifest) lines.append(to_hex(hash)).append(blanks).append(path).append("\n");
    return lines;
}

std::optional<Manifest> parse_manifest(std::string_view text) {
    Manifest manifest;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        const auto hash = digest_from_hex(line.substr(0, hash_digits));
        if (end == std::string_view::npos || !hash || line.substr(hash_digits, blanks.size()) != blanks)
            return std::nullopt;
        const std::string_view path = line.substr(hash_digits + blanks.size());
        if (!is_bag_path(path) || !manifest.emplace(path, *hash).second) return std::nullopt;
        text.remove_prefix(end + 1);
    }
    return manifest;
}

}  // namespace ugoda
