#include "vault/verify_backup.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "audit/checkpoint.h"
#include "base/files.h"
#include "vault/database.h"
#include "vault/in_storage.h"
#include "vault/log_store.h"

namespace ugoda {

namespace {

constexpr const char* remedy = "use another backup, and keep this one for an expert";
constexpr std::uintmax_t longest_note = 64u << 10;

}  // namespace

Checkpoint verify_backup_head(const BackupFiles& backup, const LogFacts& facts, Report& report) {
    const Checkpoint head{facts.keys ? facts.keys->origin() : "", facts.head.size, facts.head.root};
    const std::string note = read_file(backup.checkpoint(), longest_note, Fault::storage);
    const auto says = parse_checkpoint(note);
    if (!facts.keys || !says || facts.keys->objection(note))
        report.damage("checkpoint", "is not signed by the key of this log", remedy);
    else if (*says != head)
        report.damage("checkpoint", "is of other events than are in the backup", remedy);
    return head;
}

void verify_made(const BackupFiles& backup, const VaultFiles& files, const LogFacts& facts, Report& report) {
    const auto made = read_made(backup);
    if (!made) {
        report.note("made.json", "is not there: the vault could not log this backup, or the file was lost");
        return;
    }
    in_storage("index.db", [&] {
        const DatabaseHandle database = open_database(files.index(), Access::read);
        Frontier frontier = LogStore(*database).frontier();
        // Others may have written between the backup and the event that logged it.
        if (made->event.header.seq != frontier.size()) return;
        frontier.append(leaf_hash(bytes_of(made->event.header_hash())));
        const auto says = parse_checkpoint(made->checkpoint);
        if (!facts.keys || facts.keys->objection(made->checkpoint) || !says || says->size != frontier.size() ||
            says->root != frontier.root())
            report.damage("made.json", "is not the event that the log went on with", remedy);
    });
}

}  // namespace ugoda
