// The high-water mark: size and root of the log as last acknowledged. It lies in the vault and,
// so that an old backup of the vault can be told from the vault, in the user's state folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/checkpoint.h"
#include "audit/merkle.h"
#include "vault/pending_file.h"

namespace ugoda {

/// One line of canonical JSON, `{"origin":…,"root":…,"size":…}`, and a newline.
[[nodiscard]] std::string mark_text(const Checkpoint& mark);
/// Nothing unless `text` is exactly what `mark_text` writes.
[[nodiscard]] std::optional<Checkpoint> parse_mark(std::string_view text);

/// Nothing when the file is not there. Throws Error(Fault::integrity) when it is no mark.
[[nodiscard]] std::optional<Checkpoint> read_mark(const std::filesystem::path& file);

/// `<state folder>/<vault id>`, where the second copy lies.
[[nodiscard]] std::filesystem::path mark_folder(const std::filesystem::path& state_folder,
                                                const std::string& vault_id);
/// Makes that folder, private, parents included. Throws Error(Fault::storage).
void make_mark_folder(const std::filesystem::path& folder);

/// Why a log of `size` events does not reach `mark`; nothing when it is at or past it with the
/// same root there.
[[nodiscard]] std::optional<std::string> falls_behind(const Checkpoint& mark, std::uint64_t size,
                                                      const NodeReader& node);

/// Both copies of the next mark, already on the disk under temporary names: after the commit
/// nothing but two renames is left that could fail.
class NextMark {
  public:
    /// `folder` is the vault, `second` the mark folder.
    NextMark(const Checkpoint& mark, const std::filesystem::path& folder,
             const std::filesystem::path& second);
    void publish();

  private:
    struct Copy {
        PendingFile pending;
        std::filesystem::path file;
    };
    std::vector<Copy> copies_;
};

}  // namespace ugoda
