// Where things lie in a vault's folder. Permanent.
#pragma once

#include <filesystem>

#include "base/digest.h"

namespace ugoda {

struct VaultFiles {
    std::filesystem::path folder;

    [[nodiscard]] std::filesystem::path settings() const { return folder / "vault.toml"; }
    [[nodiscard]] std::filesystem::path index() const { return folder / "index.db"; }
    [[nodiscard]] std::filesystem::path objects() const { return folder / "objects"; }
    /// Files being written; nothing in here counts.
    [[nodiscard]] std::filesystem::path incoming() const { return objects() / "new"; }
    [[nodiscard]] std::filesystem::path keys() const { return folder / "keys"; }
    [[nodiscard]] std::filesystem::path log_key() const { return keys() / "log.key"; }
    [[nodiscard]] std::filesystem::path seal_key() const { return keys() / "seal.key"; }
    [[nodiscard]] std::filesystem::path seal_certificates() const { return keys() / "seal.crt"; }
    [[nodiscard]] std::filesystem::path high_water() const { return folder / "high-water"; }
    /// There while an erasure is not finished.
    [[nodiscard]] std::filesystem::path erasing() const { return folder / "erasing"; }

    [[nodiscard]] std::filesystem::path object(const Digest& sha256) const {
        const std::string name = to_hex(sha256);
        return objects() / name.substr(0, 2) / name;
    }
};

}  // namespace ugoda
