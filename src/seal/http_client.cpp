#include "seal/http_client.h"

#include <curl/curl.h>

#include "base/error.h"
#include "base/handle.h"
#include "base/text.h"

namespace ugoda {

namespace {

using Session = Handle<CURL, curl_easy_cleanup>;
using Headers = Handle<curl_slist, curl_slist_free_all>;

/// What came so far. libcurl is C: no exception may cross it.
struct Arriving {
    std::string body;
    std::size_t most = 0, headers = 0;
    bool is_too_large = false;
};

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* into) noexcept {
    auto& arriving = *static_cast<Arriving*>(into);
    arriving.is_too_large = arriving.body.size() + count > arriving.most;
    if (arriving.is_too_large) return 0;
    arriving.body.append(bytes, count);
    return count;
}

std::size_t take_header(char*, std::size_t, std::size_t count, void* into) noexcept {
    auto& arriving = *static_cast<Arriving*>(into);
    arriving.headers += count;
    arriving.is_too_large = arriving.headers > (64u << 10);
    return arriving.is_too_large ? 0 : count;
}

[[noreturn]] void refuse(const HttpRequest& request, const std::string& why) {
    throw Error(Fault::storage, shortened(one_line(request.url), 200), why + ", so nothing was stored",
                "try again later, or name another authority");
}

void prepare(CURL* curl, const HttpRequest& request, curl_slist* headers, Arriving& arriving) {
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(request.seconds));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(request.seconds));
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.most));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &arriving);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &arriving);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    if (request.type.empty()) return;
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
}

/// Nobody was spoken to: no name, no way, no connection.
bool is_offline(CURL* curl, CURLcode code) {
    if (code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_CONNECT) return true;
    curl_off_t connected = 0;
    curl_easy_getinfo(curl, CURLINFO_CONNECT_TIME_T, &connected);
    return code == CURLE_OPERATION_TIMEDOUT && connected == 0;
}

void require_right_answer(CURL* curl, const HttpRequest& request) {
    long status = 0;
    const char* type = nullptr;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
    if (status >= 300 && status < 400) refuse(request, "it sends elsewhere, which is not followed");
    if (status != 200) refuse(request, "it answered with HTTP status " + std::to_string(status));
    if (request.wanted.empty()) return;
    const std::string given = type == nullptr ? "" : std::string(type);
    const std::string plain = given.substr(0, given.find(';'));
    if (plain != request.wanted) refuse(request, "it answered with '" + shortened(one_line(plain), 80) + "', not " + request.wanted);
}

}  // namespace

std::optional<std::string> http_exchange(const HttpRequest& request) {
    if (!request.url.starts_with("http://") && !request.url.starts_with("https://"))
        refuse(request, "it is no http or https address");
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const Session curl(ready == CURLE_OK ? curl_easy_init() : nullptr);
    if (!curl) throw Error(Fault::storage, "network", "cannot be used on this computer", "restart it, or go on offline");
    const std::string type = "Content-Type: " + request.type;
    Headers headers(curl_slist_append(nullptr, "Expect:"));
    if (!request.type.empty()) curl_slist_append(headers.get(), type.c_str());
    Arriving arriving;
    arriving.most = request.most;
    prepare(curl.get(), request, headers.get(), arriving);
    const CURLcode code = curl_easy_perform(curl.get());
    if (is_offline(curl.get(), code)) return std::nullopt;
    if (arriving.is_too_large || code == CURLE_FILESIZE_EXCEEDED) refuse(request, "its answer is too large");
    if (code == CURLE_OPERATION_TIMEDOUT)
        refuse(request, "it did not answer within " + std::to_string(request.seconds) + (request.seconds == 1 ? " second" : " seconds"));
    if (code != CURLE_OK) refuse(request, std::string("it could not be spoken to (") + curl_easy_strerror(code) + ")");
    require_right_answer(curl.get(), request);
    return std::move(arriving.body);
}

}  // namespace ugoda
