#include "vault/pending_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string>
#include <system_error>
#include <utility>

#include "base/digest.h"
#include "base/files.h"
#include "base/random.h"
#include "vault/refused_file.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// Writes, syncs and closes; 0 or the errno of what failed.
int write_and_close(int fd, std::string_view bytes) {
    int code = 0;
    while (code == 0 && !bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            code = errno;
    }
    if (code == 0 && ::fsync(fd) != 0) code = errno;
    if (::close(fd) != 0 && code == 0) code = errno;
    return code;
}

}  // namespace

PendingFile::PendingFile(const fs::path& incoming, std::string_view bytes, unsigned mode)
    : temporary_(incoming / to_hex(std::string_view(SystemRandom().bytes(16)))) {
    make_private_folder(incoming);
    const int fd = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0) throw refused(temporary_, "written", errno);
    if (const int code = write_and_close(fd, bytes); code != 0) {
        ::unlink(temporary_.c_str());
        throw refused(temporary_, "written", code);
    }
}

PendingFile::~PendingFile() {
    std::error_code ignored;
    if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : temporary_(std::exchange(other.temporary_, {})) {}

void PendingFile::publish(const fs::path& file) {
    if (::rename(temporary_.c_str(), file.c_str()) != 0) throw refused(file, "put in place", errno);
    temporary_.clear();
    sync_folder(file.parent_path());
}

void sweep(const fs::path& incoming, std::chrono::minutes age) {
    std::error_code ignored;
    const auto old = fs::file_time_type::clock::now() - age;
    for (const auto& entry : fs::directory_iterator(incoming, ignored))
        if (entry.is_regular_file(ignored) && entry.last_write_time(ignored) < old)
            fs::remove(entry.path(), ignored);
}

}  // namespace ugoda
