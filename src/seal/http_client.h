// One HTTP request to a place that somebody configured, and what comes back: never more, never
// longer and never from elsewhere than was said. A door to libcurl; for others it is in network.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace ugoda {

struct HttpRequest {
    std::string url;       ///< http or https
    std::string type{};    ///< of the body; empty: GET
    std::string body{};
    std::string wanted{};  ///< type of the reply; empty: any
    int seconds = 10;      ///< until everything is there
    std::size_t most = 1u << 20;  ///< bytes of the reply
};

/// The body of a reply 200. Nothing when nobody is there: offline. Redirects are not followed, proxies
/// and everything else in the environment are not looked at. Throws Error(Fault::storage) naming the
/// place, when somebody is there and does not answer as they should.
[[nodiscard]] std::optional<std::string> http_exchange(const HttpRequest& request);

}  // namespace ugoda
