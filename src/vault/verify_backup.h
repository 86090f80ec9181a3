// What lies in a backup besides a vault, held against its log.
#pragma once

#include "vault/backup_files.h"
#include "vault/verify_log.h"

namespace ugoda {

/// Its checkpoint: signed by the key of the log, and of all of it. Returns size and root.
Checkpoint verify_backup_head(const BackupFiles& backup, const LogFacts& facts, Report& report);

/// The event that logged it follows on the log, and a signed checkpoint says so.
void verify_made(const BackupFiles& backup, const VaultFiles& files, const LogFacts& facts, Report& report);

}  // namespace ugoda
