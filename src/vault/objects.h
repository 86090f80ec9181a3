// Bytes named by their SHA-256: written once, never changed. Which of them matter, only the
// log knows.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "vault/vault_files.h"

namespace ugoda {

class ObjectStore {
  public:
    explicit ObjectStore(VaultFiles files) : files_(std::move(files)) {}

    /// Durable when it returns. One that is there already is read and compared: a damaged one
    /// throws Error(Fault::integrity).
    [[nodiscard]] Digest put(std::string_view bytes) const;
    /// Throws Error(Fault::storage) when it is missing, Error(Fault::integrity) when damaged.
    [[nodiscard]] std::string get(const Digest& sha256) const;
    /// In pieces; throws the same, damage after all of them were shown.
    void read(const Digest& sha256, const std::function<void(std::string_view)>& piece) const;
    /// Nothing when it is not there.
    [[nodiscard]] std::optional<std::uint64_t> size_of(const Digest& sha256) const;

  private:
    VaultFiles files_;
};

}  // namespace ugoda
