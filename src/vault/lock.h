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
    VaultLock(const VaultLock&) = delete;
    VaultLock& operator=(const VaultLock&) = delete;

  private:
    int folder_;
};

}  // namespace ugoda
