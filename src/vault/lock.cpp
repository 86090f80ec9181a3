#include "vault/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>

#include "base/error.h"

namespace ugoda {

namespace {

constexpr std::chrono::milliseconds pause{10};
constexpr std::chrono::seconds patience{30};

}  // namespace

VaultLock::VaultLock(const std::filesystem::path& folder)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_ < 0)
        throw Error(Fault::storage, folder.string(),
                    std::string("cannot be opened (") + std::strerror(errno) + ")",
                    "check the folder and its permissions");
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (::flock(folder_, LOCK_EX | LOCK_NB) != 0) {
        const int code = errno;
        if (code == EINTR) continue;
        if (code == EWOULDBLOCK && std::chrono::steady_clock::now() < deadline) {
            std::this_thread::sleep_for(pause);
            continue;
        }
        ::close(folder_);
        if (code == EWOULDBLOCK)
            throw Error(Fault::storage, folder.string(), "another program is writing to this vault",
                        "wait until it has finished and try again");
        throw Error(Fault::storage, folder.string(),
                    std::string("cannot be locked (") + std::strerror(code) + ")",
                    "keep the vault on a local disk");
    }
}

bool VaultLock::is_free(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool is_free = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return is_free;
}

VaultLock::~VaultLock() { ::close(folder_); }

}  // namespace ugoda
