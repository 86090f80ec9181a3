#include "vault/restore.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cerrno>
#include <cstdio>

#include "audit/typed_note.h"
#include "base/error.h"
#include "base/files.h"
#include "vault/backup_files.h"
#include "vault/derived.h"
#include "vault/file_copy.h"
#include "vault/high_water.h"
#include "vault/in_storage.h"
#include "vault/key_change.h"
#include "vault/log_store.h"
#include "vault/open_log.h"
#include "vault/refused_file.h"
#include "vault/vault_open.h"
#include "vault/verify.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// The vault as it grows beside its place; gone unless it was put there.
class Building {
  public:
    explicit Building(const fs::path& place)
        : place_(fs::absolute(place).lexically_normal()) {
        if (!place_.has_filename()) place_ = place_.parent_path();
        require_free();
        folder_ = place_.parent_path() / ("." + place_.filename().string() + ".new");
        std::error_code ignored;
        fs::remove_all(folder_, ignored);  // left by one that was killed
        make_private_folder(folder_);
    }
    ~Building() {
        std::error_code ignored;
        if (!is_done_) fs::remove_all(folder_, ignored);
    }
    Building(const Building&) = delete;
    Building& operator=(const Building&) = delete;
    [[nodiscard]] const fs::path& folder() const { return folder_; }
    void put_in_place() {
        if (std::rename(folder_.c_str(), place_.c_str()) != 0) throw refused(place_, "put in place", errno);
        is_done_ = true;
        sync_folder(place_.parent_path());
    }

  private:
    void require_free() const {
        std::error_code ignored;
        if (is_there(place_ / "vault.toml"))
            throw Error(Fault::integrity, place_.string(), "is a vault: a backup is never put over one",
                        "choose an empty or a new folder");
        if (is_there(place_) && !(fs::is_directory(place_, ignored) && fs::is_empty(place_, ignored)))
            throw Error(Fault::input, place_.string(), "is not empty", "choose an empty or a new folder");
        if (!fs::is_directory(place_.parent_path(), ignored))
            throw Error(Fault::input, place_.parent_path().string(), "there is no such folder", "make it first");
    }

    fs::path place_, folder_;
    bool is_done_ = false;
};

void copy_tree(const fs::path& from, const fs::path& to, unsigned mode, bool is_object) {
    if (!is_there(from)) return;
    make_private_folder(to);
    for (const auto& entry : fs::directory_iterator(from)) {
        const fs::path target = to / entry.path().filename();
        if (entry.is_directory()) {
            copy_tree(entry.path(), target, mode, is_object);
            continue;
        }
        const CopiedFile copied = copy_durably(entry.path(), target, mode);
        if (is_object && to_hex(copied.sha256) != target.filename().string())
            throw Error(Fault::storage, target.filename().string(), "was not read the same twice", "check the disk");
    }
    sync_folder(to);
}

/// All but the marks, which are made anew.
void copy_files(const RestoreWish& wish, const fs::path& to) {
    for (const char* name : {"index.db", "vault.toml"}) (void)copy_durably(wish.backup / name, to / name, 0600);
    copy_tree(wish.backup / "objects", to / "objects", 0400, true);
    for (const char* name : {"forms", "templates"}) copy_tree(wish.backup / name, to / name, 0600, false);
    copy_tree(wish.keys.empty() ? wish.backup / "keys" : wish.keys, to / "keys", 0600, false);
    make_private_folder(to / "keys");
}

void append_made(SQLite::Database& database, const BackupFiles& backup) {
    const auto made = read_made(backup);
    LogStore log(database);
    Frontier frontier = log.frontier();
    if (!made || made->event.header.seq != frontier.size()) return;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    Derivation derivation(database);
    log.append(made->event, frontier);
    derivation.add({made->event.header, made->event.header_hash(), outline_payload(made->event.payload_bytes)});
    log.record_head(frontier);
    transaction.commit();
}

/// The newest that is known of the log, if the restored one does not reach it.
std::optional<Checkpoint> missing_up_to(const OpenLog& log, const std::string& paper) {
    const LogStore store(*log.database);
    std::optional<Checkpoint> newest;
    const auto consider = [&](const Checkpoint& known) {
        if (is_strange(known, log.keys))
            throw Error(Fault::integrity, known.origin, "is the name of a log that went on after this backup",
                        "use a newer backup");
        if (falls_behind(known, log.keys, {store.size(), store.nodes()}) && (!newest || newest->size < known.size))
            newest = known;
    };
    if (const auto mark = read_mark(log.second_mark() / "high-water")) consider(*mark);
    if (!paper.empty()) {
        const std::string note = as_note(paper);
        if (const auto objection = log.keys.objection(note))
            throw Error(Fault::input, "the paper's checkpoint", objection->what, objection->remedy);
        consider(parse_checkpoint(note).value());
    }
    return newest;
}

Json as_json(const Checkpoint& checkpoint) {
    return {{"origin", checkpoint.origin}, {"size", checkpoint.size}, {"root", to_hex(checkpoint.root)}};
}

/// From where on events are missing, and up to which, as far as that is known.
Json missing_events(std::uint64_t size, const std::optional<Checkpoint>& known) {
    Json missing = Json::object();
    if (!known || known->size > size) missing["from"] = size;
    if (known) missing["to"] = known->size - 1;
    return missing;
}

NewEvent epoch_event(const OpenLog& log, const std::optional<Checkpoint>& known, const std::string& why) {
    const LogStore store(*log.database);
    const std::string origin = log.keys.next_origin();
    const auto key = parse_verifier_key(log.keys.present().public_key);
    Json content = {{"epoch", log.keys.epochs().size() + 2},
                    {"origin", origin},
                    {"public_key", verifier_key(origin, key->public_bytes)},
                    {"before", as_json({log.keys.origin(), store.size(), root_of(store.size(), store.nodes())})},
                    {"missing", missing_events(store.size(), known)},
                    {"why", why}};
    if (known) content["known"] = as_json(*known);
    return {"epoch.begun", std::nullopt, content, {}, "owner"};
}

OpenLog open_copy(const VaultFiles& files, const Surroundings& surroundings) {
    const Settings settings = read_settings(files);
    DatabaseHandle database = open_database(files.index(), Access::write);
    KeyHistory keys = read_key_history(*database);
    const std::string zone = text_at(settings.values, "time_zone");
    return {files, settings.identity, zone.empty() ? "UTC" : zone, surroundings, std::move(database), std::move(keys)};
}

void require_decided(const RestoreWish& wish, const std::optional<Checkpoint>& known, std::uint64_t size) {
    if (!known || wish.is_new_epoch) return;
    throw Error(Fault::integrity, wish.backup.string(),
                "is older than the log: it has " + std::to_string(size) + " events, " + std::to_string(known->size) +
                    " were acknowledged",
                "use the newest backup, or go on without what is missing: --new-epoch --why TEXT");
}

void write_mark(const OpenLog& log) {
    const Frontier frontier = LogStore(*log.database).frontier();
    write_file_durably(log.files.high_water(), mark_text({log.keys.origin(), frontier.size(), frontier.root()}), 0600);
}

/// The events that the log goes on with in its new place. Its second mark lies in `state` meanwhile.
Restored go_on(const RestoreWish& wish, const Surroundings& here, const VaultFiles& files, const fs::path& state) {
    Restored restored;
    OpenLog log = open_copy(files, here);
    append_made(*log.database, {wish.backup});
    const LogStore store(*log.database);
    restored.known = missing_up_to(log, wish.paper);
    require_decided(wish, restored.known, store.size());
    write_mark(log);
    log.surroundings.state_folder = state;
    make_mark_folder(log.second_mark());
    if (!wish.is_new_epoch) return restored;
    log.commit([&](Writer& writer) { writer.append(epoch_event(log, restored.known, wish.why)); });
    log.settling.get();
    log.keys = read_key_history(*log.database);
    write_mark(log);  // under the new name
    restored.has_new_epoch = true;
    return restored;
}

/// With the old key in its place, or a new one.
bool settle_key(const VaultFiles& files, const Surroundings& surroundings) {
    if (is_there(files.log_key())) {
        in_storage("index.db", [&] {
            (void)load_matching_key(files, read_key_history(*open_database(files.index(), Access::read)).present());
        });
        return false;
    }
    (void)change_key(files.folder, surroundings, {"key.lost", "put back from a backup without keys", {}, "owner"});
    return true;
}

/// From now on this computer knows how far the log has come.
void publish_mark(const fs::path& place, const Surroundings& surroundings) {
    const Settings settings = read_settings({place});
    const fs::path state = surroundings.state_folder.empty() ? default_state_folder() : surroundings.state_folder;
    const fs::path second = mark_folder(state, settings.identity.id);
    make_mark_folder(second);
    NextMark mark(read_mark(VaultFiles{place}.high_water()).value(), place, second, {});
    mark.publish().get();
}

}  // namespace

Restored restore_backup(const RestoreWish& wish, const Surroundings& surroundings, const Progress& progress) {
    for (const Finding& finding : verify_backup(wish.backup, progress).findings)
        if (finding.level >= Level::warning)
            throw Error(Fault::integrity, finding.where, finding.what, "use another backup; nothing was put back");
    Building building(wish.place);
    const VaultFiles files{building.folder()};
    copy_files(wish, files.folder);
    const fs::path state = files.folder / "state";
    Restored restored = in_storage("index.db", [&] { return go_on(wish, surroundings, files, state); });
    Surroundings meanwhile = surroundings;
    meanwhile.state_folder = state;
    restored.has_new_key = settle_key(files, meanwhile);
    restored.head = read_mark(files.high_water()).value();
    fs::remove_all(state);
    building.put_in_place();
    publish_mark(wish.place, surroundings);
    return restored;
}

}  // namespace ugoda
