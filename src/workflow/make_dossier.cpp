#include "workflow/make_dossier.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/error.h"
#include "base/files.h"
#include "base/random.h"
#include "base/text.h"
#include "dossier/bag_writer.h"
#include "seal/authority.h"
#include "workflow/dossier_reader.h"
#include "workflow/dossier_texts.h"
#include "workflow/name_authority.h"
#include "workflow/trail_paper.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

Error taken(const fs::path& file) {
    return Error(Fault::input, one_line(file.string()), "is there already",
                 "choose another name: a dossier is never overwritten");
}

/// The zip under a name of its own beside the one that it will get; gone unless it gets it.
class Unfinished {
  public:
    /// One that a run left which was cut off is taken; one that is being written is not.
    explicit Unfinished(const fs::path& out)
        : out_(out),
          file_(out.parent_path() / ("." + out.filename().string() + ".new")),
          lock_(::open(file_.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600)) {
        if (lock_ < 0)
            throw Error(Fault::storage, one_line(file_.string()), std::strerror(errno), "choose another place");
        std::error_code ignored;
        const bool is_mine = ::flock(lock_, LOCK_EX | LOCK_NB) == 0;
        const bool is_taken = fs::symlink_status(out_, ignored).type() != fs::file_type::not_found;
        if (is_mine && !is_taken) return;
        if (is_mine) fs::remove(file_, ignored);
        ::close(lock_);
        if (is_taken) throw taken(out_);
        throw Error(Fault::input, one_line(out_.string()), "is being made by another run",
                    "wait for it, or choose another name");
    }
    ~Unfinished() {
        std::error_code ignored;
        if (!file_.empty()) fs::remove(file_, ignored);
        ::close(lock_);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    [[nodiscard]] const fs::path& file() const { return file_; }
    /// Never over another file, where the file system can promise that.
    void publish() {
        if (::renameat2(AT_FDCWD, file_.c_str(), AT_FDCWD, out_.c_str(), RENAME_NOREPLACE) != 0) {
            if (errno == EEXIST) throw taken(out_);
            fs::rename(file_, out_);
        }
        file_.clear();
        sync_folder(out_.has_parent_path() ? out_.parent_path() : ".");
    }

  private:
    fs::path out_, file_;
    int lock_;
};

/// That it was made, for whom, and of what: all but who opened it can be proven from this.
void log_dossier(Vault& vault, const Contents& contents, const MadeDossier& made, const std::string& staff) {
    vault.write([&](Writer& writer) {
        writer.append({"dossier.made",
                       contents.case_number,
                       {{"case", contents.case_number},
                        {"for", contents.reader},
                        {"checkpoint", contents.checkpoint},
                        {"sha256", made.sha256},
                        {"bytes", made.bytes},
                        {"withheld", made.withheld}},
                       {},
                       staff});
    });
}

GatherOptions gather_options(const Vault& vault, const Workplace& workplace, const CaseEntry& entry,
                             const DossierOptions& options) {
    GatherOptions gathering;
    gathering.reader = options.reader.empty() ? "complete" : options.reader;
    gathering.made = to_rfc3339(current_time(vault, workplace));
    gathering.language = language_of(vault, entry);
    gathering.program = "ugoda " UGODA_VERSION;
    gathering.size = vault.size();
    return gathering;
}

/// A timestamp over the tag manifest, if an authority is named and answers. Without one the dossier is
/// as good as before.
BagFiles dated(const Vault& vault, std::string_view tagmanifest, Findings& findings) {
    const auto untold = [&](const std::string& why) {
        findings.push_back({"timestamp", "the dossier has none of its own: " + why, "the log's are in it all the same", Level::note});
        return BagFiles{};
    };
    try {
        const auto authority = named_authority(vault);
        if (!authority) return {};
        const auto stamped = ask_authority(*authority, sha256(tagmanifest), SystemRandom().bytes(8));
        if (!stamped) return untold("nobody can be reached");
        return {{"tagmanifest-sha256.tsr", stamped->reply}, {"authority.pem", stamped->stamp.chain}};
    } catch (const Error& error) {
        return untold(error.where() + ": " + error.text());
    }
}

/// What the dossier's reader does not get, as the trail is told it. What was erased is gone for everybody.
Withheld withheld_from(const Contents& contents) {
    Withheld withheld;
    for (const DossierEvent& event : contents.events) {
        if (!event.absence || event.absence->why.empty()) continue;
        withheld.payloads[event.seq] = event.absence->why;
        if (event.excerpt.is_object() && event.excerpt.contains("content"))
            withheld.excerpts[event.seq] = event.excerpt.at("content");
    }
    for (const DossierObject& object : contents.objects)
        if (object.absence && !object.absence->why.empty())
            withheld.objects[to_hex(object.object.sha256)] = object.absence->why;
    return withheld;
}

}  // namespace

MadeDossier make_dossier(const Workplace& workplace, const std::string& case_number, const DossierOptions& options) {
    if (options.out.filename().empty())
        throw Error(Fault::usage, "--out", "names no file", "name the zip: --out dossier.zip");
    Vault vault = open_vault(workplace, Access::write);
    const std::string staff = acting_staff(vault, workplace);
    const CaseEntry entry = existing_case(vault, case_number);
    GatherOptions gathering = gather_options(vault, workplace, entry, options);
    const DossierReader reader(own_first(workplace), gathering.reader);
    gathering.withholding = [&](const Header& header, const Json& content) { return reader.withheld(header, content); };
    Unfinished zip(options.out);
    const Contents contents = gather(vault, case_number, gathering);
    BagExtras extras = extras_of(vault, contents, workplace);
    extras.data["trail.pdf"] =
        make_trail_paper(vault, own_first(workplace), case_number,
                         {contents.language, contents.reader, withheld_from(contents)}, current_time(vault, workplace));
    MadeDossier made;
    extras.witnesses = [&](std::string_view tagmanifest) { return dated(vault, tagmanifest, made.findings); };
    made.sha256 = to_hex(write_dossier(zip.file(), contents, vault, extras));
    made.bytes = fs::file_size(zip.file());
    made.size = contents.size;
    made.events = contents.events.size();
    for (const DossierEvent& event : contents.events) made.withheld += event.absence && !event.absence->why.empty();
    log_dossier(vault, contents, made, staff);
    zip.publish();
    return made;
}

}  // namespace ugoda
