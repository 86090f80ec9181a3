// Files of any size: hashed, and copied so that a power cut does not take the copy away.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/digest.h"

namespace ugoda {

/// Nothing when the file cannot be read to its end.
[[nodiscard]] std::optional<Digest> digest_of_file(const std::filesystem::path& file);

struct CopiedFile {
    Digest sha256{};
    std::uint64_t bytes = 0;
};

/// Makes `to`, which must not exist, with mode `mode`; its bytes are on the disk when this returns,
/// its name once its folder is synced. Reading it again asks the disk, not the memory. Throws
/// Error(Fault::storage), leaving nothing.
CopiedFile copy_durably(const std::filesystem::path& from, const std::filesystem::path& to,
                        unsigned mode);

/// Syncs a file that others wrote, and lets the memory forget it.
void settle_file(const std::filesystem::path& file);

}  // namespace ugoda
