#include "base/resources.h"

#include "base/error.h"

namespace ugoda {

namespace fs = std::filesystem;

Resources find_resources() {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed).parent_path();
    for (const fs::path& folder : {program / "share/ugoda", program.parent_path() / "share/ugoda"})
        if (fs::is_directory(folder / "forms", failed)) return {folder};
    return {program / "share/ugoda"};
}

void require_installed(const Resources& resources) {
    std::error_code failed;
    if (!fs::is_directory(resources.folder / "forms", failed))
        throw Error(Fault::storage, resources.folder.string(),
                    "the program's forms and templates are not there", "install ugoda again");
}

}  // namespace ugoda
