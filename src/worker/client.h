// What the rest of the program may ask of the worker: work on bytes whose readers have crashed,
// hung or been broken into before. Whatever happens there is an Error about that one file here.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "picture/picture.h"

namespace ugoda {

struct WorkerSettings {
    std::filesystem::path program;            ///< empty: `ugoda-worker` where it is installed
    std::chrono::milliseconds time{120'000};  ///< for one file, on the slowest computer we mean
};

/// As read_picture, for what needs_worker says. Throws Error(Fault::input) for a file that cannot
/// be used, whose reader breaks off or takes too long; Error(Fault::storage) when there is no
/// worker.
[[nodiscard]] Picture read_picture_in_worker(std::string_view bytes, const std::string& name,
                                             const PictureLimits& limits, int long_side,
                                             const WorkerSettings& settings = {});

}  // namespace ugoda
