// What ugoda-zip.so offers, by the names under which it is found.
#pragma once

#include "dossier/zip.h"

namespace ugoda {

using WriteZip = std::unique_ptr<ZipSink>(const std::filesystem::path& file, std::int64_t seconds);
using ReadZip = std::unique_ptr<BagSource>(const std::filesystem::path& file, const BagLimits& limits);

}  // namespace ugoda

// C++ but for their names.
extern "C" {
std::unique_ptr<ugoda::ZipSink> ugoda_write_zip(const std::filesystem::path& file, std::int64_t seconds);
std::unique_ptr<ugoda::BagSource> ugoda_read_zip(const std::filesystem::path& file, const ugoda::BagLimits& limits);
}
