// One writer at a time: an advisory lock (flock) on the vault's folder, kept by the kernel and
// gone with the process that held it.
#pragma once

#include <filesystem>

namespace ugoda {

class VaultLock {
  public:
    /// Waits up to half a minute for another writer. Throws Error(Fault::storage).
    explicit VaultLock(const std::filesystem::path& folder);
    ~VaultLock();
    /// Whether nobody holds it at this moment.
    [[nodiscard]] static bool is_free(const std::filesystem::path& folder);
    VaultLock(const VaultLock&) = delete;
    VaultLock& operator=(const VaultLock&) = delete;

  private:
    int folder_;
};

}  // namespace ugoda
