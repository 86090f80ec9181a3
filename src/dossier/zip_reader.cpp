// Half of ugoda-zip.so: reading, by libarchive, which knows no other format here than zip.
#include <archive.h>
#include <archive_entry.h>

#include "base/error.h"
#include "base/handle.h"
#include "base/text.h"
#include "dossier/zip_module.h"

namespace ugoda {

namespace {

using Archive = Handle<archive, archive_read_free>;

class ZipSource final : public BagSource {
  public:
    ZipSource(std::filesystem::path file, const BagLimits& limits)
        : file_(std::move(file)), limits_(limits), archive_(archive_read_new()), buffer_(256u << 10, '\0') {
        constexpr std::uint64_t a_little = 64u << 20;
        limits_.bytes = std::min(limits_.bytes, std::filesystem::file_size(file_) * limits.swelling + a_little);
        if (!archive_ || archive_read_support_format_zip_seekable(archive_.get()) != ARCHIVE_OK ||
            archive_read_open_filename(archive_.get(), file_.c_str(), buffer_.size()) != ARCHIVE_OK)
            throw refused(archive_ ? reason() : "there is not enough memory");
    }

    std::optional<Entry> next() override {
        for (;;) {
            archive_entry* entry = nullptr;
            const int status = archive_read_next_header(archive_.get(), &entry);
            if (status == ARCHIVE_EOF) return std::nullopt;
            if (status != ARCHIVE_OK) throw refused(reason());
            if (++files_ > limits_.files) throw refused("it holds more files than a dossier can");
            const char* const name = archive_entry_pathname(entry);
            if (name == nullptr) throw refused("a name in it cannot be read");
            const bool is_folder = archive_entry_filetype(entry) == AE_IFDIR;
            const std::string path = below_top(name);
            if (is_folder && (path.empty() || path.back() == '/')) continue;
            return Entry{path, archive_entry_filetype(entry) == AE_IFREG};
        }
    }

    std::string_view read() override {
        const la_ssize_t size = archive_read_data(archive_.get(), buffer_.data(), buffer_.size());
        if (size < 0) throw refused(reason());
        bytes_ += static_cast<std::uint64_t>(size);
        if (bytes_ > limits_.bytes) throw refused("it holds more bytes than a dossier can");
        return {buffer_.data(), static_cast<std::size_t>(size)};
    }

  private:
    /// The first name says which folder is the bag's own.
    std::string below_top(std::string name) {
        if (top_.empty()) top_ = name.substr(0, name.find('/')) + "/";
        if (!name.starts_with(top_)) throw refused("it holds more than one folder");
        return name.substr(top_.size());
    }
    [[nodiscard]] std::string reason() const {
        const char* const text = archive_error_string(archive_.get());
        return text == nullptr ? "it cannot be read" : one_line(text);
    }
    [[nodiscard]] Error refused(const std::string& why) const {
        return Error(Fault::input, one_line(file_.string()), "is no zip of a dossier: " + why, "ask for it once more");
    }

    std::filesystem::path file_;
    BagLimits limits_;
    Archive archive_;
    std::string buffer_, top_;
    std::uint64_t files_ = 0, bytes_ = 0;
};

}  // namespace

}  // namespace ugoda

std::unique_ptr<ugoda::BagSource> ugoda_read_zip(const std::filesystem::path& file, const ugoda::BagLimits& limits) {
    return std::make_unique<ugoda::ZipSource>(file, limits);
}
