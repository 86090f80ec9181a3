// One child process: what it is given to read, what it wrote, how it ended. Knows nothing of
// pictures or messages.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ugoda {

enum class Ending {
    done,      ///< it ended by itself with 0
    failed,    ///< it ended by itself with another code
    killed,    ///< by a signal: it crashed, or hit a limit of the system
    too_late,  ///< it was still running at the deadline, and was killed
    too_much   ///< it wrote more than was allowed, and was killed
};

struct ChildRun {
    Ending ending = Ending::done;
    std::string output;
};

struct ChildLimits {
    std::chrono::milliseconds time{0};
    std::size_t output = 0;  ///< bytes
};

/// Starts `program` with nothing but three pipes and a bare environment, gives it `input` (pieces,
/// in order), reads what it writes, and waits until it is gone: no child is left when this
/// returns or throws. Throws Error(Fault::storage) when it cannot be started.
[[nodiscard]] ChildRun run_child(const std::filesystem::path& program,
                                 const std::vector<std::string_view>& input,
                                 const ChildLimits& limits);

}  // namespace ugoda
