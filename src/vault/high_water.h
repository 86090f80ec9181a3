// The high-water mark: size and root of the log as last acknowledged. It lies in the vault and,
// so that an old backup of the vault can be told from the vault, in the user's state folder.
#pragma once

#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "audit/checkpoint.h"
#include "audit/merkle.h"
#include "vault/key_history.h"
#include "vault/mark_file.h"

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

/// The mark has a name that the log never had.
[[nodiscard]] bool is_strange(const Checkpoint& mark, const KeyHistory& keys);

struct StoredTree {
    std::uint64_t size = 0;
    NodeReader node;
};

/// Why the log does not reach `mark`; nothing when it is at or past it with the same root there,
/// or began a new epoch that says what is missing up to it.
[[nodiscard]] std::optional<std::string> falls_behind(const Checkpoint& mark, const KeyHistory& keys,
                                                      const StoredTree& log);

/// Both copies of the next mark, made while the commit goes on. Each step is a wait for the disk;
/// one after the other they would cost more than the commit itself.
class NextMark {
  public:
    /// `folder` is the vault, `second` the mark folder; `before` is what `publish` of the mark
    /// before returned, or nothing.
    NextMark(const Checkpoint& mark, const std::filesystem::path& folder,
             const std::filesystem::path& second, std::future<void> before);
    /// After the commit: puts both in place. What is returned waits until no power cut brings the
    /// old ones back; that would do no harm, as a mark may be behind the log.
    [[nodiscard]] std::future<void> publish();

  private:
    struct Copies {
        MarkFile first, second;
        Copies(const std::filesystem::path& one, const std::filesystem::path& other,
               std::size_t size)
            : first(one, size), second(other, size) {}
        void settle() const;
    };
    std::shared_ptr<Copies> copies_;  // shared with what is going on in the background
    std::future<void> written_;
};

}  // namespace ugoda
