// Putting a backup back into an empty place. What the log went on to after it is never forgotten:
// either nothing is missing, or a new epoch begins and says what is.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/finding.h"
#include "base/progress.h"
#include "vault/vault.h"

namespace ugoda {

struct RestoreWish {
    std::filesystem::path backup, place;  ///< place: missing or empty
    std::filesystem::path keys{};         ///< a folder with log.key; empty: those in the backup, if any
    std::string paper{};                  ///< a checkpoint copied from paper; empty: none
    bool is_new_epoch = false;
    std::string why{};
};

struct Restored {
    Checkpoint head;  ///< of the log in its new place
    std::optional<Checkpoint> known;  ///< the newest that this computer or the paper knew of
    bool has_new_key = false, has_new_epoch = false;
};

/// Throws Error(Fault::input) when the place is taken or the backup is none, Error(Fault::integrity)
/// when the backup is damaged, or events are known that are not in it and no new epoch is asked
/// for; then nothing is at `place`.
[[nodiscard]] Restored restore_backup(const RestoreWish& wish, const Surroundings& surroundings,
                                      const Progress& progress);

}  // namespace ugoda
