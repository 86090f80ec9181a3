// Randomness from the operating system; a fake in tests.
#pragma once

#include <cstddef>
#include <string>

namespace ugoda {

struct Random {
    virtual ~Random() = default;
    [[nodiscard]] virtual std::string bytes(std::size_t count) = 0;
};

/// Fit for keys and salts. Throws Error(Fault::storage) when the system has none.
struct SystemRandom final : Random {
    [[nodiscard]] std::string bytes(std::size_t count) override;
};

}  // namespace ugoda
