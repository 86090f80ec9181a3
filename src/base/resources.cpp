#include "base/resources.h"

#include "base/error.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

fs::path program_folder() {
    std::error_code failed;
    return fs::read_symlink("/proc/self/exe", failed).parent_path();
}

}  // namespace

Resources find_resources() {
    std::error_code failed;
    const fs::path program = program_folder();
    for (const fs::path& folder : {program / "share/ugoda", program.parent_path() / "share/ugoda"})
        if (fs::is_directory(folder / "forms", failed)) return {folder};
    return {program / "share/ugoda"};
}

fs::path find_part(const std::string& name) {
    std::error_code failed;
    const fs::path beside = program_folder() / name, installed = program_folder().parent_path() / "lib/ugoda" / name;
    return fs::is_regular_file(installed, failed) && !fs::is_regular_file(beside, failed) ? installed : beside;
}

void require_installed(const Resources& resources) {
    std::error_code failed;
    if (!fs::is_directory(resources.folder / "forms", failed))
        throw Error(Fault::storage, resources.folder.string(),
                    "the program's forms and templates are not there", "install ugoda again");
}

}  // namespace ugoda
