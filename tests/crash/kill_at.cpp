// libc's calls that change files, counted; at the n-th the program dies, or the disk is full.
// See README.md.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <string>

#include "undo.h"

namespace {

namespace fs = std::filesystem;

std::string setting(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

/// Our own calls pass through uncounted, and threads take turns.
thread_local int depth = 0;
struct Inside {
    Inside() { ++depth; }
    ~Inside() { --depth; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

  private:
    static std::recursive_mutex& turn() {
        static std::recursive_mutex mutex;
        return mutex;
    }
    std::lock_guard<std::recursive_mutex> lock_{turn()};
};

template <typename Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool is_watched(const std::string& path) {
    static const std::string under = setting("UGODA_KILL_UNDER") + "/";
    return depth == 0 && under.size() > 1 && path.starts_with(under);
}

std::string path_of(int fd) {
    char target[PATH_MAX];
    const std::string link = "/proc/self/fd/" + std::to_string(fd);
    const ssize_t size = ::readlink(link.c_str(), target, sizeof target);
    return size > 0 ? std::string(target, static_cast<std::size_t>(size)) : std::string();
}

std::string absolute(const char* path) { return fs::absolute(path).lexically_normal().string(); }

bool is_watched(int fd) { return depth == 0 && is_watched(path_of(fd) + "/"); }

const std::string& how() {
    static const std::string value = setting("UGODA_KILL_HOW");
    return value;
}

[[noreturn]] void die() {
    const Inside inside;
    if (how() == "power" || how() == "names") crash::undo_all(how() == "power");
    ::kill(::getpid(), SIGKILL);
    ::_exit(137);
}

enum class Turn { before, last, after };

/// Counts a call: is the disk full, or the program dead, before it, with it, or after it?
Turn next_turn() {
    static const long at = std::strtol(setting("UGODA_KILL_AT").c_str(), nullptr, 10);
    static long count = 0;
    ++count;
    return count < at ? Turn::before : count == at ? Turn::last : Turn::after;
}

/// That the disk was full at all is left as a file in the attic.
void tell_full() {
    const int fd = ::creat((setting("UGODA_KILL_ATTIC") + "/full").c_str(), 0600);
    if (fd >= 0) ::close(fd);
}

/// Called before a counted call that either happens or does not. True when there is no room for
/// it; calls that only give room back (`needs_room` false) go on.
bool is_refused(bool needs_room = true) {
    const Turn turn = next_turn();
    if (how() != "full") {
        if (turn == Turn::last) die();
        return false;
    }
    if (turn == Turn::before || !needs_room) return false;
    tell_full();
    errno = ENOSPC;
    return true;
}

ssize_t counted_write(int fd, const char* bytes, std::size_t size, off_t at) {
    static const auto real = next<ssize_t (*)(int, const void*, std::size_t, off_t)>("pwrite");
    crash::before_bytes(fd, at, size);
    const Turn turn = next_turn();
    if (turn == Turn::before || (turn == Turn::after && how() != "full")) return real(fd, bytes, size, at);
    const ssize_t half = turn == Turn::last && size > 1 ? real(fd, bytes, size / 2, at) : 0;
    if (how() != "full") die();
    tell_full();
    errno = ENOSPC;
    return half > 0 ? half : -1;
}

/// A write at the descriptor's own position, by way of pwrite.
ssize_t write_here(int fd, const char* bytes, std::size_t size) {
    struct stat status {};
    ::fstat(fd, &status);
    const bool appends = (::fcntl(fd, F_GETFL) & O_APPEND) != 0;
    const off_t at = appends ? status.st_size : ::lseek(fd, 0, SEEK_CUR);
    const ssize_t written = counted_write(fd, bytes, size, at);
    if (written > 0) ::lseek(fd, at + written, SEEK_SET);
    return written;
}

int counted_sync(int fd) {
    if (is_refused()) return -1;
    struct stat status {};
    ::fstat(fd, &status);
    if (S_ISDIR(status.st_mode))
        crash::names_synced(path_of(fd));
    else
        crash::bytes_synced(fd);
    return 0;
}

int counted_open(const char* name, int flags, mode_t mode) {
    static const auto real = next<int (*)(const char*, int, ...)>("open64");
    const std::string path = depth == 0 ? absolute(name) : std::string();
    if ((flags & (O_CREAT | O_TRUNC)) == 0 || !is_watched(path)) return real(name, flags, mode);
    const Inside inside;
    const bool is_new = ::access(name, F_OK) != 0;
    if ((is_new || (flags & O_TRUNC) != 0) && is_refused(is_new)) return -1;
    const int fd = real(name, flags & ~O_TRUNC, mode);
    if (fd < 0) return fd;
    if (is_new) {
        crash::name_made(path, false);
    } else if ((flags & O_TRUNC) != 0) {
        struct stat status {};
        ::fstat(fd, &status);
        const int reader = real(name, O_RDWR | O_CLOEXEC);
        crash::before_bytes(reader < 0 ? fd : reader, 0, static_cast<std::size_t>(status.st_size));
        (void)!::ftruncate(fd, 0);
    }
    return fd;
}

int counted_unlink(const char* name, int (*real)(const char*)) {
    const std::string path = depth == 0 ? absolute(name) : std::string();
    if (!is_watched(path) || ::access(name, F_OK) != 0) return real(name);
    const Inside inside;
    (void)is_refused(false);
    crash::before_name_goes(path);
    return real(name);
}

int counted_truncate(int fd, off_t size, int (*real)(int, off_t)) {
    if (!is_watched(fd)) return real(fd, size);
    const Inside inside;
    struct stat status {};
    ::fstat(fd, &status);
    if (is_refused(size > status.st_size)) return -1;
    const off_t going = status.st_size > size ? status.st_size - size : 0;
    crash::before_bytes(fd, size, static_cast<std::size_t>(going));
    return real(fd, size);
}

mode_t mode_of(int flags, va_list arguments) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

extern "C" {

int open(const char* name, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return counted_open(name, flags, mode);
}

int open64(const char* name, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return counted_open(name, flags, mode);
}

ssize_t write(int fd, const void* bytes, size_t size) {
    static const auto real = next<ssize_t (*)(int, const void*, std::size_t)>("write");
    if (!is_watched(fd)) return real(fd, bytes, size);
    const Inside inside;
    return write_here(fd, static_cast<const char*>(bytes), size);
}

ssize_t writev(int fd, const iovec* pieces, int pieces_count) {
    static const auto real = next<ssize_t (*)(int, const iovec*, int)>("writev");
    if (!is_watched(fd)) return real(fd, pieces, pieces_count);
    const Inside inside;
    std::string bytes;
    for (int i = 0; i < pieces_count; ++i)
        bytes.append(static_cast<const char*>(pieces[i].iov_base), pieces[i].iov_len);
    return write_here(fd, bytes.data(), bytes.size());
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
    static const auto real = next<ssize_t (*)(int, const void*, std::size_t, off_t)>("pwrite");
    if (!is_watched(fd)) return real(fd, bytes, size, at);
    const Inside inside;
    return counted_write(fd, static_cast<const char*>(bytes), size, at);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
    return pwrite(fd, bytes, size, at);
}

int fsync(int fd) {
    static const auto real = next<int (*)(int)>("fsync");
    if (!is_watched(fd)) return real(fd);
    const Inside inside;
    return counted_sync(fd);
}

int fdatasync(int fd) {
    static const auto real = next<int (*)(int)>("fdatasync");
    if (!is_watched(fd)) return real(fd);
    const Inside inside;
    return counted_sync(fd);
}

int rename(const char* from, const char* to) {
    static const auto real = next<int (*)(const char*, const char*)>("rename");
    const std::string path = depth == 0 ? absolute(to) : std::string();
    if (!is_watched(path)) return real(from, to);
    const Inside inside;
    (void)is_refused(false);
    crash::before_name_goes(path);
    const int result = real(from, to);
    if (result == 0) crash::name_moved(absolute(from), path);
    return result;
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
    static const auto real =
        next<int (*)(int, const char*, int, const char*, unsigned)>("renameat2");
    const std::string path = depth == 0 ? absolute(to) : std::string();
    if (flags != RENAME_EXCHANGE || !is_watched(path))
        return real(from_folder, from, to_folder, to, flags);
    const Inside inside;
    (void)is_refused(false);
    const int result = real(from_folder, from, to_folder, to, flags);
    if (result == 0) crash::names_exchanged(absolute(from), path);
    return result;
}

int unlink(const char* name) {
    static const auto real = next<int (*)(const char*)>("unlink");
    return counted_unlink(name, real);
}

int remove(const char* name) {
    static const auto real = next<int (*)(const char*)>("remove");
    return counted_unlink(name, real);
}

int ftruncate(int fd, off_t size) {
    static const auto real = next<int (*)(int, off_t)>("ftruncate");
    return counted_truncate(fd, size, real);
}

int ftruncate64(int fd, off64_t size) {
    static const auto real = next<int (*)(int, off_t)>("ftruncate");
    return counted_truncate(fd, size, real);
}

int mkdir(const char* name, mode_t mode) {
    static const auto real = next<int (*)(const char*, mode_t)>("mkdir");
    const std::string path = depth == 0 ? absolute(name) : std::string();
    if (!is_watched(path) || ::access(name, F_OK) == 0) return real(name, mode);
    const Inside inside;
    if (is_refused()) return -1;
    const int result = real(name, mode);
    if (result == 0) crash::name_made(path, true);
    return result;
}

}  // extern "C"
