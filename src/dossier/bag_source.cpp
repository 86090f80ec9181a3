#include "dossier/bag_source.h"

#include <algorithm>
#include <fstream>

#include "base/error.h"
#include "base/text.h"
#include "dossier/zip.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

Error unusable(const fs::path& file, const std::string& what) {
    return Error(Fault::input, one_line(file.string()), what,
                 "name a dossier: its zip, or the folder it was unpacked into");
}

class FolderSource final : public BagSource {
  public:
    FolderSource(fs::path folder, const BagLimits& limits)
        : folder_(std::move(folder)), limits_(limits), at_(folder_), buffer_(256u << 10, '\0') {}

    std::optional<Entry> next() override {
        in_.close();
        for (; at_ != fs::recursive_directory_iterator(); ++at_) {
            const fs::file_status status = at_->symlink_status();
            if (fs::is_directory(status)) continue;
            if (++files_ > limits_.files) throw unusable(folder_, "holds more files than a dossier can");
            Entry entry{at_->path().lexically_relative(folder_).generic_string(), fs::is_regular_file(status)};
            if (entry.is_plain) open(at_->path());
            ++at_;
            return entry;
        }
        return std::nullopt;
    }

    std::string_view read() override {
        if (!in_.is_open()) return {};
        in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        if (in_.bad()) throw unusable(folder_, "cannot be read");
        return {buffer_.data(), static_cast<std::size_t>(in_.gcount())};
    }

  private:
    void open(const fs::path& file) {
        in_ = std::ifstream(file, std::ios::binary);
        if (!in_) throw unusable(file, "cannot be read");
    }

    fs::path folder_;
    BagLimits limits_;
    fs::recursive_directory_iterator at_;
    std::ifstream in_;
    std::string buffer_;
    std::uint64_t files_ = 0;
};

bool is_part(std::string_view part) {
    return part.find_first_not_of('.') != std::string_view::npos && std::all_of(part.begin(), part.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                      c == '_' || c == '-';
           });
}

}  // namespace

std::unique_ptr<BagSource> open_bag(const fs::path& bag, const BagLimits& limits) try {
    if (fs::is_directory(bag)) return std::make_unique<FolderSource>(bag, limits);
    if (!fs::is_regular_file(bag)) throw unusable(bag, "there is no such file or folder");
    return read_zip(bag, limits);
} catch (const fs::filesystem_error& error) {
    throw unusable(bag, "cannot be read: " + error.code().message());
}

bool is_bag_path(std::string_view path) {
    constexpr std::size_t longest = 200;
    if (path.size() > longest) return false;
    for (std::string_view rest = path;;) {
        const auto slash = rest.find('/');
        if (!is_part(rest.substr(0, slash))) return false;
        if (slash == std::string_view::npos) return true;
        rest.remove_prefix(slash + 1);
    }
}

}  // namespace ugoda
