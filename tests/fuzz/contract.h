// What every fuzz target holds the program to: bytes from outside give a value or one of our
// own errors that somebody can act on. Anything else (a crash, a hang, a foreign exception, "our
// bug", a broken claim) stops the fuzzer.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/error.h"

namespace ugoda::fuzz {

inline void must(bool claim) {
    if (!claim) std::abort();
}

template <typename Work>
void must_end_well(Work work) {
    try {
        work();
    } catch (const Error& error) {
        must(error.fault() != Fault::internal);
    }
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

}  // namespace ugoda::fuzz
