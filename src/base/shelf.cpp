#include "base/shelf.h"

#include "base/error.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// Whether something is there under that very name, be it unreadable.
bool is_listed(const fs::path& path) {
    std::error_code failed;
    const fs::file_type type = fs::symlink_status(path, failed).type();
    if (type == fs::file_type::symlink)
        throw Error(Fault::wording, path.string(), "is a link",
                    "put the file or folder itself there");
    return type != fs::file_type::not_found;
}

void add_names(std::set<std::string>& names, const fs::path& folder, std::error_code& failed) {
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        names.insert(at->path().filename().string());
}

[[noreturn]] void refuse_folder(const fs::path& folder, const std::string& why,
                                const std::string& remedy) {
    throw Error(Fault::wording, folder.string(), "cannot be read as a folder (" + why + ")",
                remedy);
}

}  // namespace

bool Shelf::has_own(const std::string& name) const {
    if (own_.empty() || !is_listed(own_)) return false;
    std::error_code failed;
    if (!fs::is_directory(own_, failed) && !failed)
        refuse_folder(own_, "it is a file", "move it away");
    fs::path path = own_;
    for (const fs::path& part : fs::path(name))
        if (!is_listed(path /= part)) return false;
    return true;
}

fs::path Shelf::file(const std::string& name) const {
    return (has_own(name) ? own_ : shipped_) / name;
}

bool Shelf::has(const std::string& name) const {
    std::error_code failed;
    return has_own(name) || fs::exists(shipped_ / name, failed);
}

std::set<std::string> Shelf::names(const std::string& folder) const {
    std::set<std::string> names;
    std::error_code failed;
    const bool is_own = has_own(folder);
    add_names(names, shipped_ / folder, failed);
    if (failed && !is_own)
        refuse_folder(shipped_ / folder, failed.message(), "install ugoda again");
    if (!is_own) return names;
    failed.clear();
    add_names(names, own_ / folder, failed);
    if (failed) refuse_folder(own_ / folder, failed.message(), "correct its permissions");
    return names;
}

}  // namespace ugoda
