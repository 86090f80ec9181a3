// The files of a bag, one after another, out of a folder or a zip. They are from outside: nothing is
// believed, nothing is unpacked to disk, and more than the limits is not read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ugoda {

class BagSource {
  public:
    virtual ~BagSource() = default;

    struct Entry {
        std::string path;      ///< as it is written there, below the bag's own folder
        bool is_plain = true;  ///< false: a link or device; it is not opened
    };
    /// The next file, in no order. Throws Error(Fault::input) when it cannot be read on.
    [[nodiscard]] virtual std::optional<Entry> next() = 0;
    /// The next bytes of the file shown last, good until the next call; empty at its end.
    [[nodiscard]] virtual std::string_view read() = 0;
};

struct BagLimits {
    std::uint64_t files = 100'000;
    std::uint64_t bytes = std::uint64_t{64} << 30;
    /// A zip holds at most so many times its own bytes, and a little.
    std::uint64_t swelling = 100;
};

/// Throws Error(Fault::input) when there is neither a folder nor a zip of that name.
[[nodiscard]] std::unique_ptr<BagSource> open_bag(const std::filesystem::path& bag, const BagLimits& limits = {});

/// `A-Za-z0-9._-/`, no part empty or of dots only, at most 200 bytes: what may stand in a dossier.
[[nodiscard]] bool is_bag_path(std::string_view path);

}  // namespace ugoda
