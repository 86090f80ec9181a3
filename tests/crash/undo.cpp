#include "undo.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <vector>

namespace crash {

namespace fs = std::filesystem;

namespace {

/// One thing done. Undone by `undo` unless it became durable before.
struct Deed {
    bool is_name = false;
    ino_t file = 0;      ///< of bytes
    std::string folder;  ///< of names
    std::function<void()> undo;
};

std::vector<Deed>& deeds() {
    static std::vector<Deed> all;
    return all;
}

std::string parent(const std::string& path) { return fs::path(path).parent_path().string(); }

/// Another name for the file, in the attic, so that it outlives its own.
std::string keep(const std::string& path) {
    static int count = 0;
    const char* attic = std::getenv("UGODA_KILL_ATTIC");
    if (attic == nullptr) return {};
    const std::string kept =
        std::string(attic) + "/" + std::to_string(::getpid()) + "-" + std::to_string(++count);
    return ::link(path.c_str(), kept.c_str()) == 0 ? kept : std::string();
}

}  // namespace

void before_bytes(int fd, off_t at, std::size_t size) {
    struct stat status {};
    ::fstat(fd, &status);
    std::string old(size, '\0');
    const ssize_t got =
        ::pread(fd, old.data(), size, at);  // fails for a file opened to write only:
    old.resize(got > 0 ? static_cast<std::size_t>(got)
                       : 0);  // then it is new, and has no old bytes
    // Never closed: closing any descriptor of a file drops SQLite's locks on it.
    const int own = ::dup(fd);
    deeds().push_back({false, status.st_ino, {}, [own, at, old, whole = status.st_size] {
                           if (!old.empty()) (void)!::pwrite(own, old.data(), old.size(), at);
                           (void)!::ftruncate(own, whole);
                       }});
}

void bytes_synced(int fd) {
    struct stat status {};
    ::fstat(fd, &status);
    std::erase_if(deeds(),
                  [&](const Deed& deed) { return !deed.is_name && deed.file == status.st_ino; });
}

void name_made(const std::string& path, bool is_folder) {
    deeds().push_back({true, 0, parent(path), [path, is_folder] {
                           std::error_code ignored;
                           if (is_folder)
                               fs::remove_all(path, ignored);
                           else
                               ::unlink(path.c_str());
                       }});
}

void before_name_goes(const std::string& path) {
    const std::string kept = keep(path);
    if (kept.empty()) return;
    deeds().push_back(
        {true, 0, parent(path), [path, kept] { ::rename(kept.c_str(), path.c_str()); }});
}

void name_moved(const std::string& from, const std::string& to) {
    deeds().push_back({true, 0, parent(to), [from, to] { ::rename(to.c_str(), from.c_str()); }});
}

void names_exchanged(const std::string& one, const std::string& other) {
    deeds().push_back({true, 0, parent(one), [one, other] {
                           ::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(),
                                       RENAME_EXCHANGE);
                       }});
}

void names_synced(const std::string& folder) {
    std::erase_if(deeds(), [&](const Deed& deed) { return deed.is_name && deed.folder == folder; });
}

void undo_all(bool names_too) {
    std::vector<Deed> all = std::move(deeds());
    deeds().clear();
    for (auto deed = all.rbegin(); deed != all.rend(); ++deed)
        if (names_too || !deed->is_name) deed->undo();
}

}  // namespace crash
