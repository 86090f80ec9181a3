#include "workflow/check_vault.h"

#include "base/error.h"
#include "base/files.h"
#include "vault/backup_files.h"
#include "vault/settings.h"
#include "vault/verify.h"
#include "workflow/check_settings.h"
#include "workflow/seals.h"
#include "workflow/name_authority.h"
#include "workflow/timestamp_footing.h"

namespace ugoda {

namespace {

/// A vault that cannot be opened has told why by now; its timestamps are unchecked all the same.
Findings timestamps_of(const Workplace& workplace) try {
    return check_timestamps(open_vault(workplace, Access::read));
} catch (const Error& error) {
    return {{"timestamps", "could not be checked: " + error.where() + ": " + error.text(), error.remedy(), Level::warning}};
}

/// Whether a certificate has ended is not known of a clock that shows no year that there is.
Findings seal_of(const Workplace& workplace) {
    const Vault vault = open_vault(workplace, Access::read);
    Instant now;
    try {
        now = current_time(vault, workplace);
    } catch (const Error& error) {
        return {{"keys/seal.crt", "was not held against the clock, which " + error.text(), error.remedy(), Level::note}};
    }
    return check_seal(vault, now);
}

VaultReport check_backup(const Workplace& workplace) {
    BackupReport checked = verify_backup(workplace.vault, workplace.progress);
    VaultReport report{false, std::move(checked.findings), checked.head.size, checked.objects};
    report.is_intact = worst(report.findings) < Level::warning;
    return report;
}

}  // namespace

VaultReport check_vault(const Workplace& workplace) {
    std::error_code unseen;  // a folder that may not be looked into is told as a vault
    if (std::filesystem::is_regular_file(BackupFiles{workplace.vault}.manifest(), unseen)) return check_backup(workplace);
    VaultReport report;
    report.findings = verify_vault(workplace.vault, workplace.surroundings,
                                   [&](std::string_view what, std::uint64_t done, std::uint64_t total) {
                                       if (what == "events") report.events = total;
                                       if (what == "objects") report.objects = total;
                                       tell(workplace.progress, what, done, total);
                                   });
    append(report.findings, timestamps_of(workplace));
    tell(workplace.progress, "checks", 1, 1);  // damage can end a part before its end
    if (worst(report.findings) < Level::warning) append(report.findings, seal_of(workplace));  // else there may be no vault to open
    report.is_intact = worst(report.findings) < Level::warning;
    return report;
}

VaultReport check_witness(const Workplace& workplace, const std::filesystem::path& witness_file) {
    constexpr std::uintmax_t longest_note = 64 << 10;
    VaultReport report;
    report.findings = verify_witness(workplace.vault, workplace.surroundings,
                                     read_file(witness_file, longest_note, Fault::input));
    report.is_intact = worst(report.findings) < Level::warning;
    report.events = open_vault(workplace, Access::read).size();
    return report;
}

Acceptance accept_settings(const Workplace& workplace) {
    Vault vault = open_vault(workplace, Access::write);
    Acceptance acceptance{false, check_settings(vault.settings())};
    if (worst(acceptance.findings) < Level::stop)
        acceptance.is_new = accept_settings(vault, acting_staff(vault, workplace), authority_objects(vault));
    return acceptance;
}

void reindex_vault(const Workplace& workplace) { open_vault(workplace, Access::write).reindex(workplace.progress); }

}  // namespace ugoda
