// By which keys, and under which names, the log has signed what left the house. Every key it ever
// had stands in its events: the first in vault.created, each next in the event that brought it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/checkpoint.h"
#include "base/json.h"

namespace SQLite {
class Database;
}

namespace ugoda {

struct LogKey {
    std::string public_key;              ///< C2SP verifier key; its name is the log's origin then
    std::uint64_t from = 0;              ///< events there were when it began
    std::optional<std::uint64_t> until;  ///< the largest size it vouches for; none: it is in use
    std::string ended;                   ///< kind of the event that ended it: key.rotated…
    std::uint64_t ended_by = 0;          ///< number of that event
};

/// A new beginning after a restore that lost events.
struct Epoch {
    std::uint64_t seq = 0;            ///< of epoch.begun
    Checkpoint before;                ///< what was restored, under the name it had
    std::optional<Checkpoint> known;  ///< the newest of the lost log that anybody knew of
};

struct Objection {
    std::string what, remedy;
};

class KeyHistory {
  public:
    /// `created` is the content of vault.created. Throws Error(Fault::integrity), as `add`.
    explicit KeyHistory(const Json& created);
    /// The content of event `seq`, which is a key event (landmarks.h), after all before it.
    void add(std::uint64_t seq, std::string_view kind, const Json& content);

    [[nodiscard]] const std::vector<LogKey>& all() const { return keys_; }
    [[nodiscard]] const LogKey& present() const { return keys_.back(); }
    [[nodiscard]] std::string origin() const;
    [[nodiscard]] const std::vector<Epoch>& epochs() const { return epochs_; }
    /// What the next epoch's checkpoints will be called: `ugoda/<12 hex>/epoch-2`.
    [[nodiscard]] std::string next_origin() const;

    /// Why the signed `note` does not speak for this log; nothing when one of its keys signed it
    /// while it was the log's. `logged`: the number of the event that says it was printed: what
    /// is logged was not made later by a thief.
    [[nodiscard]] std::optional<Objection> objection(
        std::string_view note, std::optional<std::uint64_t> logged = std::nullopt) const;

  private:
    void begin_epoch(std::uint64_t seq, const Json& content);
    void change_key(std::uint64_t seq, std::string_view kind, const Json& content);
    void end_present(std::uint64_t seq, std::uint64_t until, std::string_view kind);

    std::vector<LogKey> keys_;
    std::vector<Epoch> epochs_;
};

/// As the log tells it now. Throws Error(Fault::integrity).
[[nodiscard]] KeyHistory read_key_history(SQLite::Database& database);

/// What is missing, in a line, by the content of epoch.begun.
[[nodiscard]] std::string describe_epoch(const Json& content);

/// What a change of keys is signed over, as the text of a note: kind, vault, the log before it, the
/// key that goes and the one that comes.
[[nodiscard]] std::string key_statement(std::string_view kind, const Checkpoint& before,
                                        const std::string& old_key, const std::string& new_key);

}  // namespace ugoda
