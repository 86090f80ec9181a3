// The network without libcurl in the program itself: that library and those behind it take longer to
// load than the rest, and few runs ask an authority. They are behind the module ugoda-network.so.
#pragma once

#include <optional>
#include <string>

#include "seal/http_client.h"

namespace ugoda {

/// As http_exchange, out of the module, which is loaded by the first call. Throws
/// Error(Fault::storage) also when that cannot be done.
[[nodiscard]] std::optional<std::string> exchange(const HttpRequest& request);

}  // namespace ugoda
