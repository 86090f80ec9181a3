// `ugoda backup`: a folder that is whole, read back and checked; and how long ago the last one was.
#pragma once

#include <filesystem>
#include <string>

#include "base/finding.h"
#include "workflow/workplace.h"

namespace ugoda {

struct Backup {
    std::string folder;  ///< its path
    std::uint64_t events = 0, objects = 0, bytes = 0;
    Findings findings;   ///< notes of its check; and that the keys are not in it
};

/// Into `place`, which must be there. Throws Error, and then there is no new backup.
[[nodiscard]] Backup back_up(const Workplace& workplace, const std::filesystem::path& place, bool with_keys);

struct RestoreOrder {
    std::filesystem::path backup, place;
    std::filesystem::path keys{}, paper_file{};
    bool is_new_epoch = false;
    std::string why{};
};

struct RestoreReport {
    std::uint64_t events = 0;
    bool has_new_key = false, has_new_epoch = false;
    Findings findings;
};

/// Puts a backup into an empty place.
[[nodiscard]] RestoreReport restore(const Surroundings& surroundings, const Progress& progress, const RestoreOrder& order);

struct BackupAge {
    Json last;          ///< folder, made, days, events since; null when there never was one
    Findings findings;  ///< a note, or a warning when it is time for one
};

/// By `[backup] warn_after_days` of the settings, 7 if not given.
[[nodiscard]] BackupAge backup_age(const Vault& vault, Instant now);

}  // namespace ugoda
