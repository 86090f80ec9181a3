#include "vault/vault.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/error.h"
#include "vault/case_rows.h"
#include "vault/derived.h"
#include "vault/due_rows.h"
#include "vault/erasure.h"
#include "vault/high_water.h"
#include "vault/in_storage.h"
#include "vault/landmarks.h"
#include "vault/lock.h"
#include "vault/log_key.h"
#include "vault/log_store.h"
#include "vault/objects.h"
#include "vault/open_log.h"
#include "vault/pending_file.h"
#include "vault/seal_rows.h"
#include "vault/vault_open.h"

namespace ugoda {

namespace fs = std::filesystem;

struct Vault::State {
    Access access;
    Settings settings;
    OpenLog log;
    ObjectStore objects;
    bool is_writing = false;

    void require_writing() const {
        if (access != Access::write)
            throw Error(Fault::internal, log.files.folder.string(), "was opened for reading only",
                        "report this");
    }
    /// Runs `read`, translating what SQLite throws.
    template <typename Read>
    auto reading(Read read) const {
        return in_storage(log.files.index().string(), [&] { return read(*log.database); });
    }
};

namespace {

/// One write at a time, also within this program.
class Busy {
  public:
    explicit Busy(bool& flag) : flag_(flag) {
        if (flag_)
            throw Error(Fault::internal, "vault", "a change was begun inside another",
                        "report this");
        flag_ = true;
    }
    ~Busy() { flag_ = false; }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;

  private:
    bool& flag_;
};

}  // namespace

Vault::Vault(fs::path folder, Access access, Surroundings surroundings) {
    const VaultFiles files{std::move(folder)};
    require_whole(files);
    Settings settings = read_settings(files);
    DatabaseHandle database = open_database(files.index(), access);
    KeyHistory keys = in_storage(files.index().string(), [&] { return read_key_history(*database); });
    OpenLog log{files,
                settings.identity,
                text_at(settings.values, "time_zone"),
                std::move(surroundings),
                std::move(database),
                std::move(keys)};
    if (log.time_zone.empty()) log.time_zone = "UTC";
    state_ = std::make_unique<State>(
        State{access, std::move(settings), std::move(log), ObjectStore(files)});
    const auto require = access == Access::read ? require_same_log : require_same_vault;
    state_->reading([&](SQLite::Database&) { require(state_->log); });
    if (access == Access::read) return;
    sweep(files.incoming());
}

Vault::~Vault() = default;
Vault::Vault(Vault&&) noexcept = default;

const fs::path& Vault::folder() const { return state_->log.files.folder; }
const Json& Vault::settings() const { return state_->settings.values; }
const std::string& Vault::id() const { return state_->log.identity.id; }
std::string Vault::public_key() const { return keys().back().public_key; }

std::vector<LogKey> Vault::keys() const {
    return state_->reading([](SQLite::Database& database) { return read_key_history(database).all(); });
}

Digest Vault::accepted_settings() const {
    return state_->reading([](SQLite::Database& database) {
        SQLite::Statement last(database, "SELECT sha256 FROM settings ORDER BY seq DESC LIMIT 1");
        if (!last.executeStep())
            throw Error(Fault::integrity, "index.db", "it does not know any settings",
                        "run `ugoda reindex`");
        return digest_in(last, 0);
    });
}

ObjectRef Vault::put(std::string_view bytes, std::string role) {
    state_->require_writing();
    return {state_->objects.put(bytes), bytes.size(), std::move(role)};
}

std::string Vault::object(const Digest& sha256) const { return state_->objects.get(sha256); }

bool Vault::has_object(const Digest& sha256) const { return state_->objects.size_of(sha256).has_value(); }

void Vault::read_object(const Digest& sha256, const std::function<void(std::string_view)>& piece) const {
    state_->objects.read(sha256, piece);
}

void Vault::write(const std::function<void(Writer&)>& work) {
    state_->require_writing();
    const Busy busy(state_->is_writing);
    const VaultLock lock(folder());
    make_mark_folder(state_->log.second_mark());
    state_->log.finish_erasing();
    state_->log.commit([&](Writer& writer) {
        state_->log.require_reaches_marks();
        work(writer);
    });
    state_->log.finish_erasing();
}

void Vault::reindex(const Progress& progress) {
    state_->require_writing();
    const Busy busy(state_->is_writing);
    const VaultLock lock(folder());
    state_->reading([&](SQLite::Database& database) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        rebuild(database, LogStore(database), progress);
        empty_journal(database);  // words of payloads that are gone may stand in the old rows
        transaction.commit();
        finish_erasing(database, state_->log.files);
    });
}

std::vector<CaseSummary> Vault::cases() const {
    return state_->reading([](SQLite::Database& database) { return read_summaries(database, false); });
}

std::vector<CaseSummary> Vault::visits() const {
    return state_->reading([](SQLite::Database& database) { return read_summaries(database, true); });
}

std::optional<CaseSummary> Vault::find_summary(const std::string& number) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_summary(database, number); });
}

std::vector<std::string> Vault::cases_after(const std::string& visit) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_cases_after(database, visit); });
}

std::optional<CaseEntry> Vault::find_case(const std::string& number) const {
    return state_->reading([&](SQLite::Database& database) { return read_case(database, number); });
}

std::vector<PhotoEntry> Vault::photos(const std::string& number) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_photos(database, number); });
}

std::vector<AttachmentEntry> Vault::attachments(const std::string& number) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_attachments(database, number); });
}

std::vector<RecordEntry> Vault::records(const std::string& number) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_records(database, number); });
}

std::optional<std::string> Vault::case_of(const std::string& record) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_case_of(database, record); });
}

std::vector<Json> Vault::approvals() const { return state_->reading(read_approvals); }

std::vector<SealEntry> Vault::seals() const { return state_->reading(read_seals); }

std::optional<CopyEntry> Vault::copy_with(const Digest& pdf) const {
    if (!state_->objects.size_of(pdf)) return std::nullopt;
    return state_->reading([&](SQLite::Database& database) { return read_copy_with(database, pdf); });
}

std::vector<EventEntry> Vault::events(const std::string& number) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_events(database, number); });
}

std::optional<IssuedCheckpoint> Vault::first_checkpoint(std::uint64_t seq) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_first_checkpoint(database, seq); });
}

std::optional<OutsideCheckpoint> Vault::first_handed_over(std::uint64_t seq) const {
    return state_->reading([&](SQLite::Database& database) {
        return read_first_witness(database, seq, "record.handed_over");
    });
}

std::optional<OutsideCheckpoint> Vault::first_timestamp(std::uint64_t seq) const {
    return state_->reading([&](SQLite::Database& database) {
        return read_first_witness(database, seq, "timestamp.token");
    });
}

std::vector<TimestampEntry> Vault::timestamps() const { return state_->reading(read_timestamps); }
Unstamped Vault::unstamped() const { return state_->reading(read_unstamped); }

std::vector<std::pair<std::string, int>> Vault::photos_of(const Digest& original) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_photos_of(database, original); });
}

std::vector<std::string> Vault::cases_called(const std::string& theirs) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_cases_called(database, theirs); });
}

std::vector<DueEntry> Vault::due(const std::string& case_number) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_due(database, case_number); });
}

Json Vault::deadlines(const std::string& case_number) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_deadlines(database, case_number); });
}

std::vector<EventEntry> Vault::own_events() const { return state_->reading(read_own_events); }

Proof Vault::inclusion(std::uint64_t seq, std::uint64_t size) const {
    return state_->reading([&](SQLite::Database& database) {
        return inclusion_proof(seq, size, LogStore(database).nodes());
    });
}

Proof Vault::consistency(std::uint64_t before, std::uint64_t size) const {
    return state_->reading([&](SQLite::Database& database) {
        return consistency_proof(before, size, LogStore(database).nodes());
    });
}

void Vault::copy_index(const fs::path& file) const {
    state_->require_writing();
    state_->reading([&](SQLite::Database& database) {
        SQLite::Statement copy(database, "VACUUM INTO ?");
        copy.bind(1, file.string());
        (void)copy.executeStep();
    });
}

std::optional<EventEntry> Vault::last_landmark(const std::string& kind) const {
    return state_->reading(
        [&](SQLite::Database& database) { return read_last_landmark(database, kind); });
}

Instant Vault::created() const {
    return state_->reading(
        [](SQLite::Database& database) { return LogStore(database).entry(0).header.time; });
}

std::uint64_t Vault::size() const {
    return state_->reading([](SQLite::Database& database) { return LogStore(database).size(); });
}

std::string Vault::signed_checkpoint(std::uint64_t size) const {
    // What is not committed might never be: it must not leave the house.
    if (state_->is_writing || size == 0 || size > this->size())
        throw Error(Fault::internal, "checkpoint",
                    "there are no " + std::to_string(size) + " events to vouch for", "report this");
    const LogKey present = keys().back();
    const SigningKey key = load_matching_key(state_->log.files, present);
    const Digest root = state_->reading(
        [&](SQLite::Database& database) { return root_of(size, LogStore(database).nodes()); });
    return sign_checkpoint({parse_verifier_key(present.public_key)->name, size, root}, key);
}

std::string Vault::statement_signature(std::string_view lines) const {
    constexpr std::size_t hash = 64;
    if (!digest_from_hex(lines.substr(0, hash)) || lines.substr(hash, 2) != "  " || parse_checkpoint(lines))
        throw Error(Fault::internal, "statement", "does not begin like a line of sha256sum", "report this");
    return load_matching_key(state_->log.files, keys().back()).sign(lines);
}

}  // namespace ugoda
