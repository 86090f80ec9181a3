// How far long work has come: told by whoever does it, shown by whoever has a screen.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace ugoda {

/// Called now and then, and at the end of each: what is being done ("events", "objects"), how
/// many of how many. Empty: nobody watches.
using Progress =
    std::function<void(std::string_view what, std::uint64_t done, std::uint64_t total)>;

inline void tell(const Progress& progress, std::string_view what, std::uint64_t done,
                 std::uint64_t total) {
    if (progress) progress(what, done, total);
}

}  // namespace ugoda
