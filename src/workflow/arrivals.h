// Photographs and other files on their way into a case: read and looked at, then stored as
// objects, then logged.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/json.h"
#include "workflow/workplace.h"

namespace ugoda {

/// One file. `content` becomes that of its event once case and number are known.
struct Arrival {
    std::string original, rendition;  ///< bytes; a rendition only for photographs
    Json content;
    std::vector<ObjectRef> objects;   ///< filled by store_objects, if they are not in the vault
};

struct Arrivals {
    std::vector<Arrival> photos, attachments;
    Findings findings;                ///< a file that cannot be used is a stop
    std::uintmax_t bytes = 0;         ///< of all originals: they are held in memory together
};

/// Each of `works` reads a file into arrivals of its own, as many at once as the computer has processors
/// (at most 4: a picture under way can take 300 MB); joined in the order of `works`, whatever came
/// first; `what` they are is told to `progress`. What one throws is thrown in its turn, and no later one is begun then.
using TakeWork = std::function<void(Arrivals&)>;
[[nodiscard]] Arrivals take_side_by_side(const std::vector<TakeWork>& works, const char* what, const Progress& progress);

/// What somebody says about a file besides its bytes: phase, taken_at, time_source, taken_by,
/// attachment_no, title, kind, author, sha256… as in a case file's entries.
using Statement = Json;

/// Reads a photograph; says in `arrivals` what is wrong with it.
void take_photo(Arrivals& arrivals, const std::filesystem::path& file, const Statement& stated,
                const Vault& vault, Instant received);

/// Reads any other document.
void take_attachment(Arrivals& arrivals, const std::filesystem::path& file, const Statement& stated,
                     const Vault& vault);

/// Camera times of `after` against `before`, in every pair with a photograph that is new to the
/// case. `case_number` is empty for a case that is being opened.
[[nodiscard]] Findings compare_phases(const Vault& vault, const std::string& case_number,
                                      const Arrivals& arrivals);

/// The same bytes among the arrivals or already in the vault, but for those `visits`: somebody may
/// have picked the wrong file.
[[nodiscard]] Findings check_used_before(const Vault& vault, const Arrivals& arrivals,
                                         const std::vector<std::string>& visits = {});

/// Makes all bytes objects of the vault. Not logged yet: an interruption leaves orphans only.
void store_objects(Vault& vault, Arrivals& arrivals, const Progress& progress = {});

/// Logs all arrivals in the order they came, numbering them within the case. A file without
/// a stated attachment number gets the next after the highest in use.
void log_arrivals(Vault& vault, Writer& writer, const std::string& case_number,
                  const Arrivals& arrivals, const std::string& staff);

}  // namespace ugoda
