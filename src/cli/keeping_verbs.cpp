#include <CLI/CLI.hpp>

#include "base/text.h"
#include "cli/command_line.h"
#include "workflow/back_up.h"
#include "workflow/log_keys.h"

namespace ugoda {

namespace {

struct BackupOptions {
    std::string place;
    bool with_keys = false;
};

std::string counted(std::uint64_t count, const char* what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

ExitCode run_backup(const BackupOptions& options, const Session& session) {
    const Backup backup = back_up(session.workplace(), options.place, options.with_keys);
    const ExitCode code = conclude({{"backup", backup.folder},
                                    {"events", backup.events},
                                    {"objects", backup.objects},
                                    {"bytes", backup.bytes},
                                    {"keys", options.with_keys},
                                    {"verified", true}},
                                   backup.findings, session);
    if (!session.is_json)
        session.out << one_line(backup.folder) << ": " << counted(backup.events, "event") << ", "
                    << counted(backup.objects, "object") << ", " << counted(backup.bytes, "byte")
                    << "; read back and verified\n";
    return code;
}

ExitCode run_restore(const RestoreOrder& order, const Session& session) {
    const RestoreReport report = restore(session.surroundings, session.progress, order);
    const ExitCode code = conclude({{"vault", order.place.string()},
                                    {"events", report.events},
                                    {"new_key", report.has_new_key},
                                    {"new_epoch", report.has_new_epoch}},
                                   report.findings, session);
    if (!session.is_json)
        session.out << one_line(order.place.string()) << ": " << counted(report.events, "event") << " put back\n";
    return code;
}

void print_key(const KeyLine& key, std::ostream& out) {
    out << key.fingerprint << "  " << (key.until ? "vouches for sizes up to " + std::to_string(*key.until) + ", " + key.ended : "in use")
        << "\n    " << key.public_key << '\n';
}

ExitCode run_key_show(const Session& session) {
    const std::vector<KeyLine> keys = list_keys(session.workplace());
    if (session.is_json) {
        print_as_json(keys, "keys", session);
        return ExitCode::done;
    }
    for (const KeyLine& key : keys) print_key(key, session.out);
    return ExitCode::done;
}

ExitCode run_key_renew(const KeyWish& wish, const Session& session) {
    const KeyLine key = renew_key(session.workplace(), wish);
    const ExitCode code = conclude({{"key", to_json(key)}}, {}, session);
    if (!session.is_json) print_key(key, session.out);
    return code;
}

void add_restore(CommandLine& line) {
    const auto order = std::make_shared<RestoreOrder>();
    CLI::App* restore = line.verb(line.app(), "restore", "put a backup into an empty place",
                                  [order](const Session& session) { return run_restore(*order, session); });
    restore->add_option("BACKUP", order->backup, "a folder that backup made")->required();
    restore->add_option("DIR", order->place, "where the vault is to be; must not exist or be empty")->required();
    restore->add_option("--keys", order->keys, "a folder with the keys, if the backup is without them");
    restore->add_option("--witness", order->paper_file, "file with the checkpoint of the newest paper that is known");
    auto* epoch = restore->add_flag("--new-epoch", order->is_new_epoch, "go on although events are missing; the log says which");
    auto* why = restore->add_option("--why", order->why, "why they are; kept in the log")->needs(epoch);
    epoch->needs(why);
}

void add_keys(CommandLine& line) {
    CLI::App* keys = line.group("key", "the keys that sign for the log");
    line.verb(*keys, "show", "every key the log had, and which papers each vouches for", run_key_show);
    const auto rotation = std::make_shared<KeyWish>();
    CLI::App* rotate = line.verb(*keys, "rotate", "give the log a new key; the old one signs that too",
                                 [rotation](const Session& session) { return run_key_renew(*rotation, session); });
    rotate->add_flag("--lost", rotation->is_lost, "the old key is gone");
    rotate->add_option("--why", rotation->why, "the reason, kept in the log");
    const auto theft = std::make_shared<KeyWish>();
    theft->is_stolen = true;
    CLI::App* revoke = line.verb(*keys, "revoke", "note that the key was stolen, and give the log a new one",
                                 [theft](const Session& session) { return run_key_renew(*theft, session); });
    revoke->add_option("--since", theft->since, "when it was: 2026-03-12T17:30:00+01:00; now if left out");
    revoke->add_option("--why", theft->why, "what happened, kept in the log")->required();
}

}  // namespace

void add_keeping_verbs(CommandLine& line) {
    add_restore(line);
    add_keys(line);
    const auto wish = std::make_shared<BackupOptions>();
    CLI::App* backup = line.verb(line.app(), "backup", "copy the vault to a new folder in DIR, and check the copy",
                                 [wish](const Session& session) { return run_backup(*wish, session); });
    backup->add_option("DIR", wish->place, "a folder that is there, best on another disk")->required();
    backup->add_flag("--with-keys", wish->with_keys, "with the signing keys: then lock it away");
}

}  // namespace ugoda
