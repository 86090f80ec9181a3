// Zips without libarchive in the program itself: that library and those behind it are loaded, with
// the module ugoda-zip.so, when a dossier is made or opened.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "dossier/bag_source.h"

namespace ugoda {

/// A zip that is being written: every entry stored as it is, zip64 where it must be.
class ZipSink {
  public:
    virtual ~ZipSink() = default;
    /// The next file, of exactly so many bytes. All throw Error(Fault::storage).
    virtual void begin(const std::string& path, std::uint64_t bytes) = 0;
    virtual void write(std::string_view piece) = 0;
    /// Durable when it returns: SHA-256 of the whole zip.
    [[nodiscard]] virtual Digest finish() = 0;
};

/// A file for its owner's eyes, in place of what was there; `seconds` since 1970 dates its entries.
[[nodiscard]] std::unique_ptr<ZipSink> write_zip(const std::filesystem::path& file, std::int64_t seconds);

/// All entries lie in one folder, the bag's own, which is taken off their paths. Throws
/// Error(Fault::input) at once or while it is read: no zip, more than the limits, damaged.
[[nodiscard]] std::unique_ptr<BagSource> read_zip(const std::filesystem::path& file, const BagLimits& limits);

}  // namespace ugoda
