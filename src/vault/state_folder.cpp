#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

#include "base/error.h"
#include "vault/vault.h"

namespace ugoda {

namespace fs = std::filesystem;

fs::path default_state_folder() {
    // The XDG base directory specification ignores relative paths.
    if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state == '/')
        return fs::path(state) / "ugoda";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return fs::path(home) / ".local" / "state" / "ugoda";
    if (const passwd* user = ::getpwuid(::getuid()); user != nullptr && *user->pw_dir == '/')
        return fs::path(user->pw_dir) / ".local" / "state" / "ugoda";
    throw Error(Fault::storage, "state folder", "your home folder is not known",
                "set HOME or XDG_STATE_HOME");
}

}  // namespace ugoda
