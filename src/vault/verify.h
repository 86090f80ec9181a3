// Is the vault whole? Reads everything, changes nothing, shares with the writer only what
// defines the formats. A damaged vault gives findings; only a folder that is no vault at all
// throws Error(Fault::storage).
//
// Damage is Level::warning; Level::note tells what is no damage (objects that no event names, a
// clock that was set back, what was erased). No finding above a note: intact.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/finding.h"
#include "base/progress.h"
#include "vault/vault.h"

namespace ugoda {

/// Everything about the vault in `folder`; of `surroundings` only the state folder is used.
/// Progress is of "events", "index entries" and "objects".
[[nodiscard]] Findings verify_vault(const std::filesystem::path& folder,
                                    const Surroundings& surroundings,
                                    const Progress& progress = {});

struct BackupReport {
    Findings findings;
    Checkpoint head;  ///< the log in it
    std::uint64_t objects = 0;
};

/// The same of a backup's folder, and that every file in it is what it was when it was made.
/// Throws Error(Fault::input) when it is no backup.
[[nodiscard]] BackupReport verify_backup(const std::filesystem::path& folder,
                                         const Progress& progress = {});

/// Holds a checkpoint from paper against the vault: none when the present log begins with
/// exactly the events it was printed from. `note` may have been typed by a person: blanks,
/// line ends and the dash before the signature may differ, nothing that is signed.
[[nodiscard]] Findings verify_witness(const std::filesystem::path& folder,
                                      const Surroundings& surroundings, std::string_view note);

}  // namespace ugoda
