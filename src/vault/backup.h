// Making a backup of a vault that is in use: a folder beside its final name, whole, on the disk and
// checked before it gets that name.
#pragma once

#include <filesystem>
#include <string>

#include "audit/checkpoint.h"
#include "base/finding.h"
#include "base/progress.h"
#include "vault/vault.h"

namespace ugoda {

struct BackupWish {
    std::filesystem::path place;  ///< a folder that is there, outside the vault
    bool with_keys = false;
    Instant now{};                ///< in the vault's time zone; for its name
};

struct BackupMade {
    std::filesystem::path folder;
    Checkpoint head;  ///< the log in it
    std::uint64_t objects = 0, bytes = 0;
    Findings notes;   ///< of its check, none above a note
};

/// Makes `<place>/ugoda-<first 8 of the id>-<date>-<time>`. Objects that the newest backup there
/// has whole are linked, not copied. Throws Error, leaving nothing under that name:
/// Fault::input (place), Fault::storage (disk), Fault::integrity (what was written or read back is
/// not what was logged).
[[nodiscard]] BackupMade make_backup(const Vault& vault, const BackupWish& wish,
                                     const Progress& progress);

/// Logs it in the vault, and puts that event into the backup's folder.
void log_backup(Vault& vault, const BackupMade& made, bool with_keys, const std::string& staff);

}  // namespace ugoda
