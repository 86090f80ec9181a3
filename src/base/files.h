// Files as whole byte strings, read with a limit and written so that a power cut
// leaves either the old or the new one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.h"

namespace ugoda {

/// The whole file. A missing, unreadable, too large or non-regular one throws
/// Error(`fault`), naming the path: Fault::input for what a user brings,
/// Fault::storage for what the vault owns.
[[nodiscard]] std::string read_file(const std::filesystem::path& file, std::uintmax_t limit,
                                    Fault fault);

/// Whether there is anything of that name, links followed. What may not be looked at is not
/// called absent: it throws Error(Fault::storage), naming the path.
[[nodiscard]] bool is_there(const std::filesystem::path& path);

/// Temporary name in the same folder, write, fsync, rename, fsync the folder.
/// When this returns the new bytes are durable. `mode` as in chmod (0600).
/// Throws Error(Fault::storage); the old file is then still there.
void write_file_durably(const std::filesystem::path& file, std::string_view bytes, unsigned mode);

/// Makes a folder durable after a name in it has changed.
void sync_folder(const std::filesystem::path& folder);

/// Creates `folder` (its parent must exist) with mode 0700 and makes it durable; one that is
/// there already is left as it is.
void make_private_folder(const std::filesystem::path& folder);

/// True when `file`, links resolved, lies in `folder` or below it.
[[nodiscard]] bool is_inside(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace ugoda
