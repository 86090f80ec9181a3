#include "vault/verify.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>

#include "base/files.h"
#include "vault/database.h"
#include "vault/high_water.h"
#include "vault/in_storage.h"
#include "vault/log_store.h"
#include "vault/verify_backup.h"
#include "vault/verify_objects.h"
#include "vault/verify_outside.h"
#include "vault/verify_signatures.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// No trace of a vault is no damaged vault: that is an error, never a finding.
void require_traces(const VaultFiles& files) {
    for (const fs::path& file : {files.settings(), files.index(), files.log_key()})
        if (is_there(file)) return;
    throw Error(Fault::storage, files.folder.string(), "is not a vault", "check the path");
}

std::optional<Settings> check_settings(const VaultFiles& files, Report& report) {
    std::optional<Settings> settings;
    report.run("vault.toml", [&] { settings = read_settings(files); });
    return settings;
}

std::optional<Checkpoint> check_mark(const fs::path& file, Report& report) {
    std::optional<Checkpoint> mark;
    report.run(file.string(), [&] { mark = read_mark(file); });
    return mark;
}

/// Read before the log: the log only grows, so neither may be ahead of it.
std::vector<MarkCopy> read_marks(const VaultFiles& files, const Surroundings& surroundings,
                                 const std::optional<Settings>& settings, Report& report) {
    std::vector<MarkCopy> marks{{files.high_water(), check_mark(files.high_water(), report)}};
    if (!is_there(files.high_water()))
        report.damage(files.high_water().string(), "is missing",
                      "put it back from the state folder or the newest backup");
    if (!settings) return marks;
    const fs::path& state = surroundings.state_folder;
    const fs::path second =
        mark_folder(state.empty() ? default_state_folder() : state, settings->identity.id) /
        "high-water";
    if (is_there(second))
        marks.push_back({second, check_mark(second, report)});
    else
        report.note(
            second.string(),
            "there is no second high-water mark on this computer: a vault put back from an old "
            "backup could not be told from this one",
            "nothing needs to be done, the next change makes it");
    return marks;
}

/// Everything that needs the index, in one snapshot. Nothing when the index cannot be read.
std::optional<LogFacts> check_index(const VaultFiles& files, const std::vector<MarkCopy>& marks,
                                    Report& report, const Progress& progress) {
    std::optional<LogFacts> facts;
    report.run("index.db", [&] {
        in_storage("index.db", [&] {
            const DatabaseHandle database = open_database(files.index(), Access::read);
            const SQLite::Transaction snapshot(*database, SQLite::TransactionBehavior::DEFERRED);
            facts = verify_log(*database, report, progress);
            const NodeReader node = LogStore(*database).nodes();
            std::optional<SignatureCheck> signatures;
            if (facts->keys) signatures.emplace(facts->printed, *facts->keys);
            report.run("index.db", [&] { verify_index(*database, *facts, report, progress); });
            report.run("high-water", [&] { verify_marks(marks, *facts, node, report); });
            report.run("epochs", [&] { verify_epochs(*facts, node, report); });
            report.run("checkpoints", [&] {
                verify_printed(*facts, node, signatures ? &*signatures : nullptr, report);
            });
        });
    });
    return facts;
}

}  // namespace

BackupReport verify_backup(const fs::path& folder, const Progress& progress) {
    const VaultFiles files{folder};
    const BackupFiles backup{folder};
    if (!is_there(backup.manifest()))
        throw Error(Fault::input, folder.string(), "is not a backup", "name a folder that `ugoda backup` made");
    Report report;
    BackupReport result;
    report.run("manifest-sha256.txt", [&] { verify_manifest(backup, report); });
    const auto settings = check_settings(files, report);
    const std::vector<MarkCopy> marks{{files.high_water(), check_mark(files.high_water(), report)}};
    const auto facts = check_index(files, marks, report, progress);
    if (facts) {
        report.run("vault.toml", [&] { verify_settings(settings, *facts, report); });
        report.run("checkpoint", [&] { result.head = verify_backup_head(backup, *facts, report); });
        report.run("made.json", [&] { verify_made(backup, files, *facts, report); });
        report.run("objects", [&] { verify_objects(files, *facts, report, progress); });
        result.objects = facts->objects.size();
    }
    result.findings = report.take();
    return result;
}

Findings verify_vault(const fs::path& folder, const Surroundings& surroundings,
                      const Progress& progress) {
    const VaultFiles files{folder};
    require_traces(files);
    Report report;
    const auto settings = check_settings(files, report);
    std::vector<MarkCopy> marks;
    report.run("high-water", [&] { marks = read_marks(files, surroundings, settings, report); });
    const auto facts = check_index(files, marks, report, progress);
    verify_permissions(files, report);
    if (!facts) {
        report.damage("objects", "could not be checked, as the index cannot be read");
        return report.take();
    }
    report.run("vault.toml", [&] { verify_identity(files, settings, *facts, report); });
    report.run("keys/seal.crt", [&] { verify_seal(files, *facts, report); });
    report.run("objects", [&] { verify_objects(files, *facts, report, progress); });
    return report.take();
}

}  // namespace ugoda
