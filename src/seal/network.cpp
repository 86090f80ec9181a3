#include "seal/network.h"

#include <dlfcn.h>

#include <filesystem>

#include "base/error.h"
#include "base/resources.h"

namespace ugoda {

namespace {

using Exchange = std::optional<std::string>(const HttpRequest& request);

Exchange* load_network_module(const std::filesystem::path& file) {
    void* const loaded = ::dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    void* const entry = loaded == nullptr ? nullptr : ::dlsym(loaded, "ugoda_http_exchange");
    if (entry == nullptr)
        throw Error(Fault::storage, file.string(), "the part of the program that speaks to the network cannot be loaded",
                    "install ugoda again");
    return reinterpret_cast<Exchange*>(entry);
}

}  // namespace

std::optional<std::string> exchange(const HttpRequest& request) {
    static Exchange* const module = load_network_module(find_part("ugoda-network.so"));
    return module(request);
}

}  // namespace ugoda
