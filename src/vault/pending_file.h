// A file that is whole and on the disk under a temporary name before it gets its own.
#pragma once

#include <chrono>
#include <filesystem>
#include <string_view>

namespace ugoda {

class PendingFile {
  public:
    /// Writes `bytes` to a new file in `incoming` (made when missing) and syncs it. Throws
    /// Error(Fault::storage), leaving nothing.
    PendingFile(const std::filesystem::path& incoming, std::string_view bytes, unsigned mode);
    /// Removes the file unless it was published.
    ~PendingFile();
    PendingFile(PendingFile&& other) noexcept;
    PendingFile& operator=(PendingFile&&) = delete;

    /// Renames to `file`, in the same file system, and syncs its folder: durable on return.
    void publish(const std::filesystem::path& file);

  private:
    std::filesystem::path temporary_;
};

/// Removes what writers that were killed left in `incoming` longer ago than that.
void sweep(const std::filesystem::path& incoming, std::chrono::minutes age = std::chrono::hours(1));

}  // namespace ugoda
