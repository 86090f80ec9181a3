#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/digest.h"
#include "base/random.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

std::string reason() { return std::strerror(errno); }

/// What to do about a file that is not there: whose it is says who can bring it.
const char* remedy_for_missing(Fault fault) {
    if (fault == Fault::storage) return "put the file back from the newest backup";
    return fault == Fault::wording ? "install ugoda again" : "check the name";
}

Error refused(const fs::path& path, const std::string& action) {
    const int code = errno;
    return Error(Fault::storage, path.string(), "could not " + action + " (" + std::strerror(code) + ")",
                 code == ENOSPC || code == EDQUOT ? "free some space on the disk"
                                                  : "check the disk and its permissions");
}

/// Closes on every way out; `close` reports what the destructor would swallow.
class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool is_open() const { return fd_ >= 0; }
    [[nodiscard]] bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

  private:
    int fd_;
};

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

std::string read_file(const fs::path& file, std::uintmax_t limit, Fault fault) {
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!in.is_open())
        throw Error(fault, file.string(), "cannot be opened (" + reason() + ")",
                    errno == ENOENT ? remedy_for_missing(fault) : "check its permissions");
    struct stat status {};
    if (::fstat(in.get(), &status) != 0 || !S_ISREG(status.st_mode))
        throw Error(fault, file.string(), S_ISDIR(status.st_mode) ? "is a folder" : "is not a file",
                    "name a file");
    const auto size = static_cast<std::uintmax_t>(status.st_size);
    if (size > limit)
        throw Error(fault, file.string(),
                    "is too large (" + std::to_string(size) + " bytes, at most " +
                        std::to_string(limit) + " are read)",
                    "bring a smaller file");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(in.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            throw Error(fault, file.string(), "cannot be read (" + reason() + ")", "check the disk");
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

bool is_there(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) return true;
    if (errno == ENOENT || errno == ENOTDIR) return false;
    throw Error(Fault::storage, path.string(), "cannot be looked at (" + reason() + ")",
                errno == EACCES ? "ask the user of this computer to whom it belongs, or check its permissions"
                                : "check the path");
}

void write_file_durably(const fs::path& file, std::string_view bytes, unsigned mode) {
    const fs::path temporary =
        file.parent_path() / (".new-" + to_hex(std::string_view(SystemRandom().bytes(8))));
    Descriptor out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!out.is_open()) throw refused(file, "be written");
    const bool whole = ::fchmod(out.get(), mode) == 0 && write_all(out.get(), bytes) &&
                       ::fsync(out.get()) == 0 && out.close() &&
                       ::rename(temporary.c_str(), file.c_str()) == 0;
    if (!whole) {
        const Error error = refused(file, "be written");
        ::unlink(temporary.c_str());
        throw error;
    }
    sync_folder(file.parent_path());
}

void sync_folder(const fs::path& folder) {
    const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle.is_open() || ::fsync(handle.get()) != 0) throw refused(folder, "be made durable");
}

void make_private_folder(const fs::path& folder) {
    if (::mkdir(folder.c_str(), 0700) == 0)
        sync_folder(fs::absolute(folder).parent_path());
    else if (errno != EEXIST)
        throw refused(folder, "be created");
    else if (!fs::is_directory(folder))
        throw Error(Fault::storage, folder.string(), "is not a folder", "move that file away");
}

bool is_inside(const fs::path& file, const fs::path& folder) {
    std::error_code failed;
    const fs::path inner = fs::weakly_canonical(file, failed);
    if (failed) return false;
    const fs::path outer = fs::weakly_canonical(folder, failed);
    if (failed) return false;
    const fs::path relative = inner.lexically_relative(outer);
    return !relative.empty() && *relative.begin() != "..";
}

}  // namespace ugoda
