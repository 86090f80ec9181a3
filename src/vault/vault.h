// The folder on disk that holds everything of one salon: objects, log, derived tables.
// The format is FORMAT.md beside this file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/checkpoint.h"
#include "audit/event.h"
#include "audit/merkle.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/progress.h"
#include "base/random.h"
#include "vault/entries.h"
#include "vault/event_entry.h"
#include "vault/key_history.h"
#include "vault/seal_files.h"
#include "vault/transaction.h"
#include "vault/witness_entries.h"

namespace ugoda {

enum class Access { read, write };

/// What a vault takes from the machine it lies on.
struct Surroundings {
    /// Holds the second copy of the high-water mark; outside the vault. Empty: the default one.
    std::filesystem::path state_folder;
    /// Null: the system's, in the vault's time zone.
    const Clock* clock = nullptr;
    Random* random = nullptr;
};

/// `$XDG_STATE_HOME/ugoda`, or `~/.local/state/ugoda` of the user who runs the program.
[[nodiscard]] std::filesystem::path default_state_folder();

class Vault {
  public:
    /// Makes a new vault in `folder`, which must not exist or be empty (else
    /// Error(Fault::input)), and logs its first event. `settings` is the content of
    /// vault.toml without format, origin and public key, which are added here; `seal`, if there
    /// is one, is logged with it.
    static void create(const std::filesystem::path& folder, const Json& settings,
                       const std::string& staff, const Surroundings& surroundings,
                       const std::optional<NewSeal>& seal = std::nullopt);

    /// Opens an existing vault; never creates one. Throws Error(Fault::storage) when it is
    /// missing, half-made or made by a newer program, Error(Fault::integrity) when opened for
    /// writing and the log has fallen behind its high-water mark (an old backup).
    explicit Vault(std::filesystem::path folder, Access access, Surroundings surroundings);
    ~Vault();
    Vault(Vault&&) noexcept;

    [[nodiscard]] const std::filesystem::path& folder() const;
    /// vault.toml as it is now (an edit counts at once; `verify` tells until it is accepted).
    [[nodiscard]] const Json& settings() const;
    /// SHA-256 of the vault.toml that was accepted last; settings.h accepts another.
    [[nodiscard]] Digest accepted_settings() const;
    /// 32 hexadecimal digits, random, given at creation.
    [[nodiscard]] const std::string& id() const;
    /// C2SP verifier key of now: `ugoda/abcdef012345+<key id>+<base64>`.
    [[nodiscard]] std::string public_key() const;
    /// Every key the log ever signed with, oldest first; the last is in use.
    [[nodiscard]] std::vector<LogKey> keys() const;

    /// Makes `bytes` an object. Durable when it returns; an object already there is checked.
    [[nodiscard]] ObjectRef put(std::string_view bytes, std::string role);
    /// The object's bytes, checked against its name. Throws Error(Fault::integrity) when they
    /// differ, Error(Fault::storage) when it is missing.
    [[nodiscard]] std::string object(const Digest& sha256) const;
    [[nodiscard]] bool has_object(const Digest& sha256) const;
    /// The same in pieces, for objects of any size. What was shown is the object's only if this returns.
    void read_object(const Digest& sha256, const std::function<void(std::string_view)>& piece) const;

    /// Runs `work` in one transaction under the vault's lock, commits, moves the high-water
    /// mark, and only then returns. When `work` or the commit throws, nothing was logged.
    void write(const std::function<void(Writer&)>& work);

    /// By their numbers.
    [[nodiscard]] std::vector<CaseSummary> cases() const;
    [[nodiscard]] std::vector<CaseSummary> visits() const;
    [[nodiscard]] std::optional<CaseSummary> find_summary(const std::string& number) const;
    /// Numbers of the cases that were opened with reference to that visit.
    [[nodiscard]] std::vector<std::string> cases_after(const std::string& visit) const;

    // All that is asked of a case is asked of a visit in the same way, by its number.
    [[nodiscard]] std::optional<CaseEntry> find_case(const std::string& number) const;
    [[nodiscard]] std::vector<PhotoEntry> photos(const std::string& case_number) const;
    [[nodiscard]] std::vector<AttachmentEntry> attachments(const std::string& case_number) const;
    /// Every version, oldest first.
    [[nodiscard]] std::vector<RecordEntry> records(const std::string& case_number) const;
    /// The number of the case that the record is of. Nothing when there is no such record, or the
    /// event that opened its case was erased.
    [[nodiscard]] std::optional<std::string> case_of(const std::string& record) const;
    /// Contents of the `clause.approved` events, oldest first.
    [[nodiscard]] std::vector<Json> approvals() const;
    /// Every seal the vault ever had, oldest first; the last is in use.
    [[nodiscard]] std::vector<SealEntry> seals() const;
    /// The copy that has exactly these bytes; nothing when none was issued or it was erased.
    [[nodiscard]] std::optional<CopyEntry> copy_with(const Digest& pdf) const;
    /// Events of one case, oldest first.
    [[nodiscard]] std::vector<EventEntry> events(const std::string& case_number) const;
    /// The first that left the house and covers event `seq`.
    [[nodiscard]] std::optional<IssuedCheckpoint> first_checkpoint(std::uint64_t seq) const;
    /// The first, of whatever case, on a paper that was handed over, or under a timestamp, that
    /// covers event `seq`.
    [[nodiscard]] std::optional<OutsideCheckpoint> first_handed_over(std::uint64_t seq) const;
    [[nodiscard]] std::optional<OutsideCheckpoint> first_timestamp(std::uint64_t seq) const;
    /// Every one, oldest first; without those that were erased.
    [[nodiscard]] std::vector<TimestampEntry> timestamps() const;
    [[nodiscard]] Unstamped unstamped() const;
    /// Case and photograph number of every photograph with these original bytes.
    [[nodiscard]] std::vector<std::pair<std::string, int>> photos_of(const Digest& original) const;
    /// Numbers of the cases that a case file called `theirs` (intake, case_number), oldest first.
    [[nodiscard]] std::vector<std::string> cases_called(const std::string& theirs) const;
    /// What is open, by case; of one case, if one is named.
    [[nodiscard]] std::vector<DueEntry> due(const std::string& case_number = {}) const;
    /// The case's deadlines as they were set last, met or not.
    [[nodiscard]] Json deadlines(const std::string& case_number) const;
    /// Events that are of no case: what happened to the vault itself, oldest first.
    [[nodiscard]] std::vector<EventEntry> own_events() const;
    /// When its first event was logged.
    [[nodiscard]] Instant created() const;
    [[nodiscard]] std::uint64_t size() const;
    /// That event `seq` is in the log's first `size`; that they begin with its first `before`.
    [[nodiscard]] Proof inclusion(std::uint64_t seq, std::uint64_t size) const;
    [[nodiscard]] Proof consistency(std::uint64_t before, std::uint64_t size) const;
    /// The signed checkpoint of the log's first `size` events (deterministic).
    [[nodiscard]] std::string signed_checkpoint(std::uint64_t size) const;
    /// 64 bytes, by the log's key over lines as sha256sum writes them, and over nothing else: no other
    /// text that this key vouches for begins like that.
    [[nodiscard]] std::string statement_signature(std::string_view lines) const;

    /// Writes the index, as it is at one moment, to `file`, which must be missing or empty.
    void copy_index(const std::filesystem::path& file) const;
    /// The last event of a kind that is about the vault as a whole (backup.made, key.rotated…).
    [[nodiscard]] std::optional<EventEntry> last_landmark(const std::string& kind) const;

    /// Drops the derived tables and makes them anew from the events.
    void reindex(const Progress& progress = {});

    struct State;

  private:
    std::unique_ptr<State> state_;
};

}  // namespace ugoda
