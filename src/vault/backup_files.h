// A backup's folder: a vault without its keys (unless they were asked for), and besides
//   checkpoint            signed, over the log as it is in there
//   manifest-sha256.txt   what `sha256sum -c` reads: every file but the objects, which are named by
//                         their SHA-256 anyway, and but made.json
//   made.json             the event by which the vault logged this backup, and the checkpoint after
//                         it; written last. Format: FORMAT.md.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "audit/event.h"
#include "vault/verify_report.h"
#include "vault/vault_files.h"

namespace ugoda {

struct BackupFiles {
    std::filesystem::path folder;

    [[nodiscard]] std::filesystem::path checkpoint() const { return folder / "checkpoint"; }
    [[nodiscard]] std::filesystem::path manifest() const { return folder / "manifest-sha256.txt"; }
    [[nodiscard]] std::filesystem::path made() const { return folder / "made.json"; }
};

/// Writes the manifest of what lies in the folder.
void write_manifest(const BackupFiles& files);
/// Every file that it names is there and the same, and no other is.
void verify_manifest(const BackupFiles& files, Report& report);

/// The event that logged the backup, and the signed checkpoint of the log that ends with it.
struct BackupEvent {
    Event event;
    std::string checkpoint;
};
void write_made(const BackupFiles& files, const BackupEvent& made);
/// Nothing when there is no such file. Throws Error(Fault::integrity) when it is damaged.
[[nodiscard]] std::optional<BackupEvent> read_made(const BackupFiles& files);

}  // namespace ugoda
