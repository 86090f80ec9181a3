// Another program, run as a user would run it, and what it cost as the system counts it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ugoda::bench {

using Command = std::vector<std::string>;

struct Cost {
    double wall_ms = 0;  ///< from before it is started until it is gone
    double cpu_ms = 0;   ///< in the program and in the system on its behalf
    double peak_mb = 0;  ///< most memory it ever had resident
    int exit_code = -1;  ///< -1: a signal ended it
};

struct Surroundings {
    std::vector<std::string> variables;  ///< NAME=VALUE, on top of ours
    std::filesystem::path output;        ///< standard output goes there; empty: nowhere
    std::filesystem::path errors;        ///< and standard error
};

/// Throws std::runtime_error when it cannot be started. The first word is looked up in PATH.
/// The peak counts this program's own size too, which is why benchmarks keep small.
[[nodiscard]] Cost run(const Command& command, const Surroundings& surroundings = {});

/// Like `run`, for one that has to succeed: an exit code above `most` throws.
Cost run_well(const Command& command, const Surroundings& surroundings = {}, int most = 0);

/// What it prints. Throws unless its exit code is 0.
[[nodiscard]] std::string output_of(const Command& command,
                                    const std::vector<std::string>& variables = {});

[[nodiscard]] std::string contents_of(const std::filesystem::path& file);

}  // namespace ugoda::bench
