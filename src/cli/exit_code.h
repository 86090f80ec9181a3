// Exit codes. Stable for ever: scripts and other people's programs depend on them.
#pragma once

#include <string>

#include "base/error.h"
#include "base/finding.h"

namespace ugoda {

enum class ExitCode {
    done = 0,               ///< done; nothing wrong found
    something_is_wrong = 1, ///< done, and something is wrong
    unusable_request = 2,   ///< arguments, answers, photo, form
    storage = 3,            ///< vault missing, disk full, permission
    refused = 4,            ///< integrity would be lost
    our_bug = 70
};

[[nodiscard]] ExitCode exit_code(Fault fault);
[[nodiscard]] ExitCode exit_code(Level worst);

/// The table that stands at the foot of every verb's help.
[[nodiscard]] const std::string& exit_code_help();

}  // namespace ugoda
