#include "vault/backup_folder.h"

#include <cerrno>
#include <cstdio>

#include "base/error.h"
#include "base/files.h"
#include "vault/refused_file.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t time_length = 18;  // -2026-03-12-173005

/// Left by one that was killed: nobody holds its lock.
void sweep_unfinished(const fs::path& place, const std::string& start) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(place, ignored))
        if (entry.path().filename().string().starts_with(start) && entry.is_directory(ignored) &&
            VaultLock::is_free(entry.path()))
            fs::remove_all(entry.path(), ignored);
}

}  // namespace

BackupFolder::BackupFolder(const fs::path& place, const std::string& name)
    : final_(place / name), temporary_(place / ("." + name)) {
    if (is_there(final_))
        throw Error(Fault::input, final_.string(), "is there already", "wait a second and try again");
    sweep_unfinished(place, "." + name.substr(0, name.size() - time_length));
    if (is_there(temporary_))
        throw Error(Fault::input, temporary_.string(), "another backup is being made there",
                    "wait until it has finished");
    make_private_folder(temporary_);
    in_use_.emplace(temporary_);
}

BackupFolder::~BackupFolder() {
    std::error_code ignored;
    if (!is_published_) fs::remove_all(temporary_, ignored);
}

fs::path BackupFolder::publish() {
    if (is_there(final_) || ::rename(temporary_.c_str(), final_.c_str()) != 0)
        throw refused(final_, "put in place", is_there(final_) ? EEXIST : errno);
    is_published_ = true;
    sync_folder(final_.parent_path());
    return final_;
}

}  // namespace ugoda
