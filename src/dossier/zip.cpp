#include "dossier/zip.h"

#include <dlfcn.h>

#include "base/error.h"
#include "base/resources.h"
#include "dossier/zip_module.h"

namespace ugoda {

namespace {

/// Out of the module, which stays loaded until the program ends.
template <typename Function>
Function* offered(const char* name) {
    const std::filesystem::path file = find_part("ugoda-zip.so");
    void* const module = ::dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    void* const entry = module == nullptr ? nullptr : ::dlsym(module, name);
    if (entry == nullptr)
        throw Error(Fault::storage, file.string(),
                    "the part of the program that reads and writes zips cannot be loaded", "install ugoda again");
    return reinterpret_cast<Function*>(entry);
}

}  // namespace

std::unique_ptr<ZipSink> write_zip(const std::filesystem::path& file, std::int64_t seconds) {
    return offered<WriteZip>("ugoda_write_zip")(file, seconds);
}

std::unique_ptr<BagSource> read_zip(const std::filesystem::path& file, const BagLimits& limits) {
    return offered<ReadZip>("ugoda_read_zip")(file, limits);
}

}  // namespace ugoda
