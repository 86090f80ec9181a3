#include "vault/file_copy.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "vault/refused_file.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t piece_bytes = 1u << 20;

class Descriptor {
  public:
    Descriptor(const fs::path& file, int flags, unsigned mode, const char* action)
        : fd_(::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, mode)) {
        if (fd_ < 0) throw refused(file, action, errno);
    }
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] int close() { return ::close(std::exchange(fd_, -1)); }

  private:
    int fd_;
};

/// Removes the file unless it became whole.
class Unfinished {
  public:
    explicit Unfinished(const fs::path& file) : file_(file) {}
    ~Unfinished() {
        if (!is_whole_) ::unlink(file_.c_str());
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    void done() { is_whole_ = true; }

  private:
    const fs::path& file_;
    bool is_whole_ = false;
};

void write_all(const Descriptor& out, std::string_view bytes, const fs::path& file) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(out.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) throw refused(file, "written", written == 0 ? EIO : errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void settle(const Descriptor& file, const fs::path& name) {
    if (::fsync(file.get()) != 0) throw refused(name, "written", errno);
    (void)::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
}

}  // namespace

std::optional<Digest> digest_of_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::vector<char> piece(piece_bytes);
    Sha256 hash;
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        hash.update({piece.data(), static_cast<std::size_t>(in.gcount())});
    }
    return in.eof() ? std::optional(hash.finish()) : std::nullopt;
}

CopiedFile copy_durably(const fs::path& from, const fs::path& to, unsigned mode) {
    const Descriptor in(from, O_RDONLY, 0, "read");
    Descriptor out(to, O_WRONLY | O_CREAT | O_EXCL, mode, "written");
    Unfinished unfinished(to);
    std::string piece(piece_bytes, '\0');
    Sha256 hash;
    CopiedFile copied;
    for (;;) {
        const ssize_t got = ::read(in.get(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw refused(from, "read", errno);
        if (got == 0) break;
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(got));
        hash.update(bytes);
        write_all(out, bytes, to);
        copied.bytes += bytes.size();
    }
    settle(out, to);
    if (out.close() != 0) throw refused(to, "written", errno);
    unfinished.done();
    copied.sha256 = hash.finish();
    return copied;
}

void settle_file(const fs::path& file) { settle(Descriptor(file, O_RDWR, 0, "written"), file); }

}  // namespace ugoda
