// ugoda-network.so, which seal/network.h loads: C++ but for the name by which it is found.
#include "seal/http_client.h"

extern "C" std::optional<std::string> ugoda_http_exchange(const ugoda::HttpRequest& request) {
    return ugoda::http_exchange(request);
}
