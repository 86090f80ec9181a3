#include "vault/mark_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>  // renameat2
#include <string>
#include <utility>

#include "base/files.h"
#include "vault/refused_file.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// 0 or the errno of what failed. Where there is no mark yet, or the file system cannot let names
/// change places, the next one just takes its place.
int take_place(const fs::path& next, const fs::path& file) {
    if (::renameat2(AT_FDCWD, next.c_str(), AT_FDCWD, file.c_str(), RENAME_EXCHANGE) == 0) return 0;
    if (errno != ENOENT && errno != EINVAL && errno != ENOSYS) return errno;
    return ::rename(next.c_str(), file.c_str()) == 0 ? 0 : errno;
}

}  // namespace

MarkFile::MarkFile(fs::path file, std::size_t size)
    : file_(std::move(file)),
      next_(file_.string() + ".next"),
      descriptor_(::open(next_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
    if (descriptor_ < 0) throw refused(next_, "written", errno);
    const int code = ::posix_fallocate(descriptor_, 0, static_cast<off_t>(size));
    if (code == 0) return;
    ::close(descriptor_);
    throw refused(next_, "written", code);
}

MarkFile::~MarkFile() { ::close(descriptor_); }

void MarkFile::settle() const { sync_folder(file_.parent_path()); }

void MarkFile::write(std::string_view next) const {
    const auto size = static_cast<off_t>(next.size());
    errno = EIO;  // for a write that ends early and does not say why
    if (::pwrite(descriptor_, next.data(), next.size(), 0) != size ||
        (::lseek(descriptor_, 0, SEEK_END) != size && ::ftruncate(descriptor_, size) != 0) ||
        ::fdatasync(descriptor_) != 0)
        throw refused(next_, "written", errno);
}

void MarkFile::publish() const {
    if (const int code = take_place(next_, file_); code != 0)
        throw refused(file_, "put in place", code);
}

}  // namespace ugoda
