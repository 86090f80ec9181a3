#include "vault/backup.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "vault/backup_files.h"
#include "vault/backup_folder.h"
#include "vault/database.h"
#include "vault/file_copy.h"
#include "vault/high_water.h"
#include "vault/in_storage.h"
#include "vault/outlined_events.h"
#include "vault/refused_file.h"
#include "vault/verify.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

void require_place(const fs::path& place, const fs::path& vault) {
    std::error_code ignored;
    if (!fs::is_directory(place, ignored))
        throw Error(Fault::input, place.string(), is_there(place) ? "is not a folder" : "there is no such folder",
                    "name a folder that is there, best on another disk");
    if (is_inside(place, vault))
        throw Error(Fault::input, place.string(), "is inside the vault, and would be lost with it",
                    "name a folder on another disk");
}

/// `ugoda-f8161c19-`, and `2026-03-12-173005`.
std::string name_start(const Vault& vault) { return "ugoda-" + vault.id().substr(0, 8) + "-"; }

std::string time_name(Instant now) {
    std::string text = to_rfc3339(now).substr(0, 19);
    text[10] = '-';
    std::erase(text, ':');
    return text;
}

/// The newest backup of the vault in `place`; empty when there is none.
fs::path newest_in(const fs::path& place, const std::string& start) {
    fs::path newest;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(place, ignored))
        if (entry.path().filename().string().starts_with(start)) newest = std::max(newest, entry.path());
    return newest;
}

class Filling {
  public:
    Filling(const Vault& vault, VaultFiles to, VaultFiles earlier, const Progress& progress)
        : vault_(vault), from_{vault.folder()}, to_(std::move(to)), earlier_(std::move(earlier)), progress_(progress) {}

    /// The index of one moment and the objects it names. Returns size and root of the log in it.
    TreeHead copy_log();
    void copy_rest(bool with_keys, const Checkpoint& head);
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

  private:
    TreeHead copy_index();
    [[nodiscard]] bool copy_objects();
    void copy_object(const Digest& name);
    void drop_unnamed();
    void copy_tree(const fs::path& from, const fs::path& to);

    const Vault& vault_;
    const VaultFiles from_, to_, earlier_;
    const Progress& progress_;
    std::set<Digest> named_;
    std::uint64_t bytes_ = 0;
};

TreeHead Filling::copy_index() {
    write_file_durably(to_.index(), {}, 0600);
    vault_.copy_index(to_.index());
    settle_file(to_.index());
    named_.clear();
    return in_storage("index.db", [&] {
        const DatabaseHandle database = open_database(to_.index(), Access::read);
        const LogStore log(*database);
        for_each_outlined(log, [&](const OutlinedEvent& event) {
            if (!event.event || !event.event->payload) return;
            for (const ObjectRef& object : event.event->payload->objects) named_.insert(object.sha256);
        });
        const Frontier frontier = log.frontier();
        return TreeHead{frontier.size(), frontier.root()};
    });
}

/// Linked to the earlier backup's when that one is whole and the disk can, else copied.
void Filling::copy_object(const Digest& name) {
    const fs::path file = to_.object(name);
    make_private_folder(file.parent_path());
    if (!earlier_.folder.empty() && digest_of_file(earlier_.object(name)) == name &&
        ::link(earlier_.object(name).c_str(), file.c_str()) == 0)
        return;
    if (copy_durably(from_.object(name), file, 0400).sha256 != name)
        throw Error(Fault::integrity, "object " + to_hex(name), "is damaged", "run `ugoda verify`; no backup was made");
}

/// False when one is not there (any more).
bool Filling::copy_objects() {
    bool is_whole = true;
    std::uint64_t done = 0;
    for (const Digest& name : named_) {
        if (!is_there(from_.object(name)))
            is_whole = false;
        else if (!is_there(to_.object(name)))
            copy_object(name);
        tell(progress_, "objects", ++done, named_.size());
    }
    return is_whole;
}

/// Copied a moment ago and erased since: no copy of it may stay.
void Filling::drop_unnamed() {
    for (const auto& entry : fs::recursive_directory_iterator(to_.objects())) {
        const auto name = digest_from_hex(entry.path().filename().string());
        if (name && !named_.contains(*name)) fs::remove(entry.path());
    }
}

TreeHead Filling::copy_log() {
    make_private_folder(to_.objects());
    TreeHead head = copy_index();
    if (!copy_objects()) {
        // Erased while we copied, or lost: a newer index tells, and the check after that.
        head = copy_index();
        (void)copy_objects();
        drop_unnamed();
    }
    std::set<fs::path> folders{to_.objects()};
    for (const Digest& name : named_)
        if (is_there(to_.object(name))) {
            bytes_ += fs::file_size(to_.object(name));
            folders.insert(to_.object(name).parent_path());
        }
    for (const fs::path& folder : folders) sync_folder(folder);
    bytes_ += fs::file_size(to_.index());
    return head;
}

/// Regular files and folders, as people keep them.
void Filling::copy_tree(const fs::path& from, const fs::path& to) {
    if (!is_there(from)) return;
    make_private_folder(to);
    for (const auto& entry : fs::directory_iterator(from)) {
        const fs::path target = to / entry.path().filename();
        if (entry.is_symlink() || (!entry.is_directory() && !entry.is_regular_file()))
            throw Error(Fault::input, entry.path().string(), "is a link or no file, and cannot be backed up",
                        "put a file in its place");
        if (entry.is_directory())
            copy_tree(entry.path(), target);
        else
            bytes_ += copy_durably(entry.path(), target, 0600).bytes;
    }
    sync_folder(to);
}

void Filling::copy_rest(bool with_keys, const Checkpoint& head) {
    bytes_ += copy_durably(from_.settings(), to_.settings(), 0600).bytes;
    for (const char* own : {"forms", "templates"}) copy_tree(from_.folder / own, to_.folder / own);
    if (with_keys) copy_tree(from_.keys(), to_.keys());
    write_file_durably(to_.high_water(), mark_text(head), 0600);
    write_file_durably(BackupFiles{to_.folder}.checkpoint(), vault_.signed_checkpoint(head.size), 0600);
    write_manifest({to_.folder});
}

/// What was written, read from the disk and checked as `verify` does. Throws for the first damage.
void read_back(const fs::path& folder, BackupMade& made, const Progress& progress) {
    const BackupReport report = verify_backup(folder, progress);
    for (const Finding& finding : report.findings) {
        if (finding.level >= Level::warning)
            throw Error(Fault::integrity, finding.where, finding.what + " (found when the backup was read back)",
                        "run `ugoda verify`, and check the disk of the backup; no backup was made");
        if (finding.where != "made.json") made.notes.push_back(finding);
    }
    made.objects = report.objects;
}

}  // namespace

BackupMade make_backup(const Vault& vault, const BackupWish& wish, const Progress& progress) {
    require_place(wish.place, vault.folder());
    const std::string start = name_start(vault);
    BackupMade made;
    try {
        const fs::path earlier = newest_in(wish.place, start);
        BackupFolder folder(wish.place, start + time_name(wish.now));
        Filling filling(vault, {folder.path()}, {earlier}, progress);
        const TreeHead head = filling.copy_log();
        made.head = {parse_verifier_key(vault.public_key())->name, head.size, head.root};
        filling.copy_rest(wish.with_keys, made.head);
        made.bytes = filling.bytes();
        read_back(folder.path(), made, progress);
        made.folder = folder.publish();
    } catch (const fs::filesystem_error& e) {
        throw refused(e.path1(), "backed up", e.code().value());
    }
    return made;
}

void log_backup(Vault& vault, const BackupMade& made, bool with_keys, const std::string& staff) {
    Event logged;
    vault.write([&](Writer& writer) {
        logged = writer.append({"backup.made",
                                std::nullopt,
                                {{"folder", made.folder.filename().string()},
                                 {"origin", made.head.origin},
                                 {"size", made.head.size},
                                 {"root", to_hex(made.head.root)},
                                 {"objects", made.objects},
                                 {"bytes", made.bytes},
                                 {"keys", with_keys}},
                                {},
                                staff});
    });
    write_made({made.folder}, {logged, vault.signed_checkpoint(logged.header.seq + 1)});
}

}  // namespace ugoda
