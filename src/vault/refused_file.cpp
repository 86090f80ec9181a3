#include "vault/refused_file.h"

#include <cerrno>
#include <cstring>

namespace ugoda {

Error refused(const std::filesystem::path& file, const std::string& action, int code) {
    return {
        Fault::storage, file.string(), "could not be " + action + " (" + std::strerror(code) + ")",
        code == ENOSPC || code == EDQUOT || code == EFBIG ? "free some space on the disk"
                                                          : "check the disk and its permissions"};
}

}  // namespace ugoda
