// Half of ugoda-zip.so: writing, by libarchive.
#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "base/handle.h"
#include "base/text.h"
#include "dossier/zip_module.h"

namespace ugoda {

namespace {

using Archive = Handle<archive, archive_write_free>;
using ArchiveEntry = Handle<archive_entry, archive_entry_free>;

class FileZip final : public ZipSink {
  public:
    FileZip(std::filesystem::path file, std::int64_t seconds)
        : file_(std::move(file)),
          seconds_(seconds),
          descriptor_(::open(file_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600)),
          archive_(archive_write_new()),
          entry_(archive_entry_new()) {
        if (descriptor_ < 0) throw failed(std::strerror(errno));
        check(archive_write_set_format_zip(archive_.get()));
        check(archive_write_set_options(archive_.get(), "zip:compression=store"));
        check(archive_write_set_bytes_in_last_block(archive_.get(), 1));
        check(archive_write_open2(archive_.get(), this, nullptr, &put, nullptr, nullptr));
    }
    ~FileZip() override {
        archive_.reset();  // may still want to write
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    FileZip(const FileZip&) = delete;
    FileZip& operator=(const FileZip&) = delete;

    void begin(const std::string& path, std::uint64_t bytes) override {
        archive_entry* const entry = archive_entry_clear(entry_.get());
        archive_entry_set_pathname(entry, path.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_mtime(entry, seconds_, 0);
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes));
        check(archive_write_header(archive_.get(), entry));
    }

    void write(std::string_view piece) override {
        if (archive_write_data(archive_.get(), piece.data(), piece.size()) != static_cast<la_ssize_t>(piece.size()))
            throw failed(reason());
    }

    Digest finish() override {
        check(archive_write_close(archive_.get()));
        if (::fsync(descriptor_) != 0) throw failed(std::strerror(errno));
        return hash_.finish();
    }

  private:
    static la_ssize_t put(archive* of, void* self, const void* bytes, std::size_t size) {
        FileZip& zip = *static_cast<FileZip*>(self);
        const la_ssize_t written = ::write(zip.descriptor_, bytes, size);
        if (written < 0) archive_set_error(of, errno, "%s", std::strerror(errno));
        if (written > 0) zip.hash_.update({static_cast<const char*>(bytes), static_cast<std::size_t>(written)});
        return written;
    }

    [[nodiscard]] std::string reason() const {
        const char* const text = archive_error_string(archive_.get());
        return text == nullptr ? "libarchive refused" : text;
    }
    [[nodiscard]] Error failed(const std::string& why) const {
        return Error(Fault::storage, one_line(file_.string()), "could not be written: " + why,
                     "make room, or choose another place");
    }
    void check(int status) const {
        if (status != ARCHIVE_OK) throw failed(reason());
    }

    std::filesystem::path file_;
    std::int64_t seconds_;
    int descriptor_;
    Sha256 hash_;
    Archive archive_;
    ArchiveEntry entry_;
};

}  // namespace

}  // namespace ugoda

std::unique_ptr<ugoda::ZipSink> ugoda_write_zip(const std::filesystem::path& file, std::int64_t seconds) {
    return std::make_unique<ugoda::FileZip>(file, seconds);
}
