#include "vault/verify_objects.h"

#include <filesystem>
#include <map>
#include <system_error>

#include "vault/file_copy.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

void check_object(const fs::path& file, const Digest& name, const Reference& reference,
                  Report& report) {
    const std::string where = "object " + to_hex(name), by = " (" + event_name(reference.seq) + ")";
    std::error_code failed;
    const auto size = fs::file_size(file, failed);
    const auto digest = failed ? std::nullopt : digest_of_file(file);
    if (failed)
        report.damage(where, "is missing" + by, "put the file back from the newest backup");
    else if (!digest)
        report.damage(where, "cannot be read" + by, "check the disk");
    else if (*digest != name)
        report.damage(where, "was changed: its bytes are not those that were logged" + by,
                      "put the file back from the newest backup");
    else if (size != reference.bytes)
        report.damage(event_name(reference.seq), "states a wrong size for " + where);
}

/// Files under objects/ that no event names: left by a change that was not finished.
void list_orphans(const VaultFiles& files, const LogFacts& facts, Report& report) {
    std::error_code failed;
    for (fs::recursive_directory_iterator at(files.objects(), failed), end; !failed && at != end;
         at.increment(failed)) {
        std::error_code gone;
        if (at->is_directory(gone)) continue;
        const fs::path& file = at->path();
        const auto name = digest_from_hex(file.filename().string());
        if (name && file == files.object(*name) && facts.objects.contains(*name)) continue;
        const auto erased = name ? facts.erased_objects.find(*name) : facts.erased_objects.end();
        if (erased != facts.erased_objects.end()) {
            report.note("object " + to_hex(*name), "was erased, by " + event_name(erased->second) + ", and is still there",
                        "the next change removes it, or ugoda reindex");
            continue;
        }
        report.note(
            fs::relative(file, files.folder, gone).string(),
            "no event names this file: a change was not finished, or somebody put it there");
    }
    if (failed)
        report.damage(files.objects().string(), "cannot be read (" + failed.message() + ")");
}

}  // namespace

void verify_objects(const VaultFiles& files, const LogFacts& facts, Report& report,
                    const Progress& progress) {
    std::uint64_t done = 0;
    for (const auto& [name, reference] : std::map(facts.objects.begin(), facts.objects.end())) {
        const auto erased = facts.erased_objects.find(name);
        std::error_code ignored;
        if (erased != facts.erased_objects.end() && !fs::exists(files.object(name), ignored))
            report.note("object " + to_hex(name), "was erased, by " + event_name(erased->second));
        else
            check_object(files.object(name), name, reference, report);
        tell(progress, "objects", ++done, facts.objects.size());
    }
    list_orphans(files, facts, report);
}

}  // namespace ugoda
