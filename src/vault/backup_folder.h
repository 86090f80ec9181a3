// The folder that a backup is made in, under a name that begins with a dot until it is whole.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "vault/lock.h"

namespace ugoda {

class BackupFolder {
  public:
    /// Also removes what backups of the same kind that were killed left there. Throws
    /// Error(Fault::input) when `name` is there already.
    BackupFolder(const std::filesystem::path& place, const std::string& name);
    /// Removes it unless it was published.
    ~BackupFolder();
    BackupFolder(const BackupFolder&) = delete;
    BackupFolder& operator=(const BackupFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return temporary_; }
    /// All that lies in it must be synced already. Durable on return, which is its final path.
    std::filesystem::path publish();

  private:
    std::filesystem::path final_, temporary_;
    std::optional<VaultLock> in_use_;
    bool is_published_ = false;
};

}  // namespace ugoda
