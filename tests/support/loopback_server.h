// An HTTP server of a test's own on 127.0.0.1: reads one request at a time and sends what it is told.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace ugoda {

class LoopbackServer {
  public:
    /// Given the path and the body, all bytes to send back; empty: never answers.
    using Answer = std::function<std::string(const std::string& path, const std::string& body)>;

    explicit LoopbackServer(Answer answer);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    /// http://127.0.0.1:PORT and `path`.
    [[nodiscard]] std::string url(const std::string& path = "/") const;
    [[nodiscard]] int requests() const { return requests_; }

  private:
    void serve();
    void answer_one(int connection);

    Answer answer_;
    int listener_ = -1, port_ = 0;
    std::atomic<bool> is_over_{false};
    std::atomic<int> requests_{0};
    std::vector<int> kept_waiting_;
    std::thread thread_;
};

/// `HTTP/1.1 200 OK`, that type, that body.
[[nodiscard]] std::string http_ok(const std::string& type, const std::string& body);

/// http://127.0.0.1:PORT/ where nobody listens.
[[nodiscard]] std::string url_of_nobody();

}  // namespace ugoda
