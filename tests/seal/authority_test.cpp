// Authorities over a real socket: one that does as it should, and all those that do not.
#include "seal/authority.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>

#include "base/error.h"
#include "support/loopback_server.h"
#include "support/time_authority.h"

using namespace ugoda;

namespace {

const Digest imprint = sha256("a checkpoint");
constexpr const char* nonce = "\x91\x22\x33\x44\x55\x66\x77\x88";
constexpr const char* reply_type = "application/timestamp-reply";

std::optional<Stamped> ask(const LoopbackServer& server, const TimeAuthority& authority, int seconds = 10) {
    return ask_authority({server.url("/tsa"), authority.root(), seconds}, imprint, nonce);
}

/// What is told of a server that sends just this; every complaint is Fault::storage, and names it.
std::string told(const std::string& sent, int seconds = 10) {
    const TimeAuthority authority;
    const LoopbackServer server([&](const std::string&, const std::string&) { return sent; });
    try {
        (void)ask(server, authority, seconds);
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::storage);
        CHECK(error.where() == server.url("/tsa"));
        return error.text();
    }
    return "";
}

std::string http(const std::string& status, const std::string& headers, const std::string& body) {
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

TEST_CASE("an authority over HTTP is asked once and believed") {
    const TimeAuthority authority;
    const LoopbackServer server([&](const std::string& path, const std::string& query) {
        CHECK(path == "/tsa");
        return http_ok(reply_type, authority.reply(query));
    });
    const auto stamped = ask(server, authority);
    REQUIRE(stamped);
    CHECK(check_timestamp(stamped->reply, imprint, authority.root(), "event 1").authority == "Test Time");
    CHECK(server.requests() == 1);
}

TEST_CASE("nobody there is offline, and no error") {
    const TimeAuthority authority;
    CHECK_FALSE(ask_authority({url_of_nobody(), authority.root(), 2}, imprint, nonce));
    CHECK_FALSE(ask_authority({"http://there-is-none.invalid/", authority.root(), 2}, imprint, nonce));
}

TEST_CASE("a proxy that the environment names is not asked") {
    const TimeAuthority authority;
    const LoopbackServer server(
        [&](const std::string&, const std::string& query) { return http_ok(reply_type, authority.reply(query)); });
    ::setenv("http_proxy", url_of_nobody().c_str(), 1);
    const auto stamped = ask(server, authority);
    ::unsetenv("http_proxy");
    CHECK(stamped);
}

TEST_CASE("a place that sends elsewhere is not followed") {
    int visits = 0;
    const TimeAuthority authority;
    const LoopbackServer other([&](const std::string&, const std::string& query) {
        ++visits;
        return http_ok(reply_type, authority.reply(query));
    });
    CHECK_THAT(told(http("302 Found", "Location: " + other.url() + "\r\n", "")), Catch::Contains("elsewhere"));
    CHECK(visits == 0);
}

TEST_CASE("garbage, an error page and a page for people are told apart and not believed") {
    CHECK_THAT(told(http_ok(reply_type, "garbage")), Catch::Contains("no timestamp"));
    CHECK_THAT(told(http("500 Oh", "", "x")), Catch::Contains("status 500"));
    CHECK_THAT(told(http_ok("text/html; charset=utf-8", "<html>")), Catch::Contains("'text/html'"));
    CHECK(told("no HTTP at all\r\n\r\n") != "");
}

TEST_CASE("an endless answer is cut off, whether it says its length or not") {
    CHECK_THAT(told(http_ok(reply_type, std::string((1u << 20) + 1, 'x'))), Catch::Contains("too large"));
    CHECK_THAT(told(std::string("HTTP/1.1 200 OK\r\nContent-Type: ") + reply_type + "\r\n\r\n" +
                    std::string((1u << 20) + 1, 'x')),
               Catch::Contains("too large"));
    std::string headers = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 2000; ++i) headers += "X-" + std::to_string(i) + ": " + std::string(50, 'x') + "\r\n";
    CHECK(told(headers + "\r\n") != "");
}

TEST_CASE("an authority that hangs is left after the time it was given") {
    const auto before = std::chrono::steady_clock::now();
    CHECK_THAT(told("", 1), Catch::Contains("within 1 second"));
    CHECK_THAT(told("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", 1), Catch::Contains("nothing was stored"));
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(5));
}

TEST_CASE("only http and https are spoken") {
    for (const char* url : {"file:///etc/hostname", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "nonsense"})
        CHECK_THROWS_AS(ask_authority({url, "", 1}, imprint, nonce), Error);
}

TEST_CASE("the list of revoked certificates is fetched where the certificate says it is") {
    std::string list;
    LoopbackServer lists([&](const std::string&, const std::string&) { return list; });
    const TimeAuthority authority({.crl_url = lists.url("/list.crl")});
    const LoopbackServer server(
        [&](const std::string&, const std::string& query) { return http_ok(reply_type, authority.reply(query)); });
    const auto stamped = ask(server, authority);
    REQUIRE(stamped);
    list = http_ok("application/pkix-crl", authority.revocation_list(false));
    CHECK(fetch_revocation(stamped->stamp, 5).says == Revocation::good);
    list = http_ok("application/pkix-crl", authority.revocation_list(true));
    CHECK(fetch_revocation(stamped->stamp, 5).says == Revocation::revoked);
    for (const std::string& useless : {http_ok("text/plain", "no list"), http("404 No", "", "")}) {
        list = useless;
        const RevocationList none = fetch_revocation(stamped->stamp, 5);
        CHECK(none.is_named);
        CHECK(none.crl.empty());
        CHECK(none.says == Revocation::unknown);
    }
}
