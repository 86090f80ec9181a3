#include "workflow/back_up.h"

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "vault/backup.h"
#include "vault/high_water.h"
#include "vault/restore.h"

namespace ugoda {

namespace {

constexpr std::int64_t day_seconds = 86'400, usual_days = 7;

std::int64_t patience_days(const Json& settings) {
    const auto backup = settings.find("backup");
    if (backup == settings.end() || !backup->is_object()) return usual_days;
    const auto days = backup->find("warn_after_days");
    return days != backup->end() && days->is_number_integer() ? days->get<std::int64_t>() : usual_days;
}

std::string ago(std::int64_t days) {
    return days <= 0 ? "today" : days == 1 ? "1 day ago" : std::to_string(days) + " days ago";
}

std::int64_t days_since(Instant then, Instant now) {
    return now.seconds > then.seconds ? (now.seconds - then.seconds) / day_seconds : 0;
}

constexpr const char* advice = "run `ugoda backup DIR`, DIR on another disk";

}  // namespace

Backup back_up(const Workplace& workplace, const std::filesystem::path& place, bool with_keys) {
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    BackupMade made = make_backup(vault, {place, with_keys, current_time(vault, workplace)}, workplace.progress);
    log_backup(vault, made, with_keys, staff);
    Backup backup{made.folder.string(), made.head.size, made.objects, made.bytes, std::move(made.notes)};
    if (with_keys)
        backup.findings.push_back({backup.folder, "the keys are in it: who has it can sign as this vault",
                                   "lock it away", Level::note});
    else
        backup.findings.push_back({backup.folder, "the keys are not in it: put back without them, the vault gets new ones",
                                   "keep a copy of the vault's folder keys in another place, or use --with-keys",
                                   Level::note});
    return backup;
}

RestoreReport restore(const Surroundings& surroundings, const Progress& progress, const RestoreOrder& order) {
    constexpr std::uintmax_t longest_note = 64 << 10;
    const std::string why = clean_answer(order.why);
    if (order.is_new_epoch && why.empty())
        throw Error(Fault::usage, "--why", "is missing", "say why events are missing; it is logged");
    RestoreWish wish{order.backup, order.place, order.keys, {}, order.is_new_epoch, why};
    if (!order.paper_file.empty()) wish.paper = read_file(order.paper_file, longest_note, Fault::input);
    const Restored restored = restore_backup(wish, surroundings, progress);
    RestoreReport report{restored.head.size, restored.has_new_key, restored.has_new_epoch, {}};
    if (restored.has_new_key)
        report.findings.push_back({"keys", "the backup had none: the log has a new key, and papers show another fingerprint from now on",
                                   "old papers are checked with the old key all the same", Level::note});
    if (restored.has_new_epoch)
        report.findings.push_back({"log", "a new epoch has begun; numbers that were given in the events that are missing may be given again",
                                   "hold the clients' papers against the vault", Level::note});
    return report;
}

BackupAge backup_age(const Vault& vault, Instant now) {
    const std::int64_t patience = patience_days(vault.settings());
    const auto last = vault.last_landmark("backup.made");
    if (!last) {
        const std::int64_t days = days_since(vault.created(), now);
        if (days < patience) return {nullptr, {}};
        return {nullptr, {{"backup", "there is none, and the vault is " + std::to_string(days) + " days old", advice,
                           Level::warning}}};
    }
    const std::int64_t days = days_since(last->header.time, now);
    const std::uint64_t since = vault.size() - last->header.seq - 1;
    const std::string folder = last->payload ? text_at(last->payload->content, "folder") : "";
    const bool is_late = days >= patience && since > 0;
    return {{{"folder", folder}, {"made", to_rfc3339(last->header.time)}, {"days", days}, {"events_since", since}},
            {{"backup", "the last that was checked was made " + ago(days) + " (" + folder + "), " +
                            std::to_string(since) + (since == 1 ? " event" : " events") + " ago",
              is_late ? advice : "nothing needs to be done", is_late ? Level::warning : Level::note}}};
}

}  // namespace ugoda
