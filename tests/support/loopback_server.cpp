#include "support/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace ugoda {

namespace {

/// A socket bound to a free port of 127.0.0.1.
std::pair<int, int> bound() {
    const int opened = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof place;
    auto* const address = reinterpret_cast<sockaddr*>(&place);
    if (opened < 0 || ::bind(opened, address, length) != 0 || ::getsockname(opened, address, &length) != 0)
        throw std::runtime_error("no socket on 127.0.0.1");
    return {opened, ntohs(place.sin_port)};
}

std::string url_of(int port, const std::string& path) { return "http://127.0.0.1:" + std::to_string(port) + path; }

/// Header and body, as far as they come.
std::string read_request(int connection) {
    std::string text;
    char piece[4096];
    for (;;) {
        const auto end = text.find("\r\n\r\n");
        const auto at = text.find("Content-Length: ");
        const std::size_t body = at == std::string::npos ? 0 : std::strtoul(text.c_str() + at + 16, nullptr, 10);
        if (end != std::string::npos && text.size() >= end + 4 + body) return text;
        const ssize_t count = ::read(connection, piece, sizeof piece);
        if (count <= 0) return text;
        text.append(piece, static_cast<std::size_t>(count));
    }
}

void send_all(int connection, const std::string& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t count = ::send(connection, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
        if (count <= 0) return;
        done += static_cast<std::size_t>(count);
    }
}

}  // namespace

LoopbackServer::LoopbackServer(Answer answer) : answer_(std::move(answer)) {
    std::tie(listener_, port_) = bound();
    if (::listen(listener_, 8) != 0) throw std::runtime_error("nobody can listen on 127.0.0.1");
    thread_ = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer() {
    is_over_ = true;
    thread_.join();
    for (const int connection : kept_waiting_) ::close(connection);
    ::close(listener_);
}

std::string LoopbackServer::url(const std::string& path) const { return url_of(port_, path); }

void LoopbackServer::serve() {
    while (!is_over_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0) continue;
        if (const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC); connection >= 0)
            answer_one(connection);
    }
}

void LoopbackServer::answer_one(int connection) {
    const std::string request = read_request(connection);
    ++requests_;
    const auto first = request.find(' '), end = request.find("\r\n\r\n");
    if (first == std::string::npos || end == std::string::npos) return kept_waiting_.push_back(connection);
    const std::string path = request.substr(first + 1, request.find(' ', first + 1) - first - 1);
    const std::string bytes = answer_(path, request.substr(end + 4));
    if (bytes.empty()) return kept_waiting_.push_back(connection);
    send_all(connection, bytes);
    ::close(connection);
}

std::string http_ok(const std::string& type, const std::string& body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

std::string url_of_nobody() {
    const auto [opened, port] = bound();
    ::close(opened);
    return url_of(port, "/");
}

}  // namespace ugoda
