#include "seal/sealing.h"

#include <dlfcn.h>

#include <future>

#include "base/digest.h"
#include "base/error.h"
#include "base/resources.h"
#include "seal/pdf_hole.h"

namespace ugoda {

namespace {

const std::shared_future<ToPdfa*>& module() {
    static const std::shared_future<ToPdfa*> loading =
        std::async(std::launch::async, [] { return load_seal_module(find_part("ugoda-seal.so")); });
    return loading;
}

}  // namespace

void prepare_sealing() { (void)module(); }

std::string archival(std::string_view pdf, const PdfaOptions& options) { return module().get()(pdf, options); }

std::string sealed(std::string_view pdf, PdfaOptions options, const SealOrder& order) {
    const std::string mark = to_hex(sha256(pdf));
    options.room = {mark, order.seal.room(order.timestamper != nullptr), order.by, pdf_date(order.moment), order.empty_fields};
    return fill_hole(archival(pdf, options), mark, order.seal, order.timestamper);
}

ToPdfa* load_seal_module(const std::filesystem::path& file) {
    void* const loaded = ::dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    void* const entry = loaded == nullptr ? nullptr : ::dlsym(loaded, "ugoda_to_pdfa");
    if (entry == nullptr)
        throw Error(Fault::storage, file.string(), "the part of the program that makes PDF/A cannot be loaded",
                    "install ugoda again");
    return reinterpret_cast<ToPdfa*>(entry);
}

}  // namespace ugoda
