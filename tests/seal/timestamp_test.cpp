// What an authority may reply, and what of it is believed.
#include "seal/timestamp.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>

#include "base/error.h"
#include "base/files.h"
#include "support/temporary_folder.h"
#include "support/time_authority.h"

using namespace ugoda;

namespace {

const std::string checkpoint = "ugoda/0123456789ab\n12\nroot\n";

TimestampRequest asked(const std::string& nonce = "\x11\x22\x33\x44\x55\x66\x77\x88") {
    return request_timestamp(sha256(checkpoint), nonce);
}

/// What is wrong with the reply; empty: nothing.
std::string complaint(const std::string& reply, const TimestampRequest& request, const std::string& trusted) {
    try {
        (void)read_timestamp(reply, request, trusted, "authority");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::storage);
        CHECK(error.where() == "authority");
        return error.text();
    }
    return "";
}

std::int64_t now() { return std::time(nullptr); }

}  // namespace

TEST_CASE("a good reply says when, by whom, and how long that stands") {
    const std::int64_t until = now() + 400 * 86400;
    const TimeAuthority authority({"Zegar Próba", now() - 60, until, "critical,timeStamping", "http://127.0.0.1/list.crl"});
    const std::int64_t at = now() - 5;
    const TimestampRequest request = asked();
    const std::string reply = authority.reply(request.der, at);
    const Timestamp stamp = read_timestamp(reply, request, authority.root(), "authority");
    CHECK(stamp.time == Instant{at, 0});
    CHECK(stamp.authority == "Zegar Próba");
    CHECK(stamp.authority_until == Instant{until, 0});
    CHECK(stamp.crl_urls == std::vector<std::string>{"http://127.0.0.1/list.crl"});
    CHECK(reply.ends_with(stamp.token));
    CHECK(reply_with(stamp.token, "seal") == reply);
    CHECK_THROWS_AS(reply_with(reply, "seal"), Error);
    CHECK(stamp.chain.ends_with(authority.root()));
    CHECK(check_timestamp(reply, request.imprint, stamp.chain, "event 1").time == stamp.time);
}

TEST_CASE("an older reply played again is not believed") {
    const TimeAuthority authority;
    CHECK_THAT(complaint(authority.reply(asked("\x01\x01\x01\x01\x01\x01\x01\x01").der), asked(), authority.root()),
               Catch::Contains("nonce"));
}

TEST_CASE("a reply with another nonce, another imprint or none at all is not believed") {
    const TimeAuthority authority;
    const TimestampRequest request = asked();
    CHECK_THAT(complaint(authority.reply(TimeAuthority::with_other_nonce(request.der)), request, authority.root()),
               Catch::Contains("nonce"));
    CHECK_THAT(complaint(authority.reply(TimeAuthority::with_other_imprint(request.der)), request, authority.root()),
               Catch::Contains("imprint"));
    CHECK_THAT(complaint(authority.refusal(), request, authority.root()), Catch::Contains("refused (status 2)"));
}

TEST_CASE("what is no timestamp, or not all of it, is said to be none") {
    const TimeAuthority authority;
    const TimestampRequest request = asked();
    const std::string reply = authority.reply(request.der);
    for (const std::string& bytes : {std::string(), std::string("<html>"), reply + "x", reply.substr(0, reply.size() - 1),
                                     request.der, std::string(largest_reply + 1, '0')})
        CHECK(complaint(bytes, request, authority.root()) != "");
}

TEST_CASE("no changed byte of a reply goes unseen, but in what nobody signed") {
    const TimeAuthority authority;
    const TimestampRequest request = asked();
    const std::string reply = authority.reply(request.der);
    const Timestamp stamp = read_timestamp(reply, request, authority.root(), "authority");
    std::size_t unseen = 0;
    for (std::size_t at = 0; at < reply.size(); ++at) {
        std::string changed = reply;
        changed[at] = static_cast<char>(changed[at] ^ 0x01);
        try {
            const Timestamp other = check_timestamp(changed, request.imprint, authority.root(), "event 1");
            // Optional parts around the signed ones; what is said stays what was signed.
            CHECK(other.time == stamp.time);
            CHECK(other.authority == stamp.authority);
            ++unseen;
        } catch (const Error& error) {
            CHECK(error.fault() == Fault::integrity);
        }
    }
    CHECK(unseen < 40);
}

TEST_CASE("an authority whose certificate is not for timestamps is not believed") {
    const TimestampRequest request = asked();
    for (const char* purpose : {"", "timeStamping", "critical,clientAuth", "critical,timeStamping,clientAuth"}) {
        const TimeAuthority authority({.purpose = purpose});
        CHECK_THAT(complaint(authority.reply(request.der), request, authority.root()),
                   Catch::Contains("certificate purpose"));
    }
}

TEST_CASE("an authority that leads to no trusted certificate is not believed") {
    const TimeAuthority authority;
    const TimestampRequest request = asked();
    const std::string reply = authority.reply(request.der);
    CHECK_THAT(complaint(reply, request, TimeAuthority().root()), Catch::Contains("not good"));
    CHECK_THAT(complaint(reply, request, ""), Catch::Contains("not good"));  // the system trusts others
    CHECK(complaint(reply, request, TimeAuthority({.name = "Other Time"}).root() + authority.root()) == "");
}

TEST_CASE("a certificate that has ended since, or not begun, is judged at the token's own time") {
    const std::int64_t ended = now() - 1000;
    const TimeAuthority authority({"Test Time", ended - 5000, ended});
    const TimestampRequest request = asked();
    const std::string then = authority.reply(request.der, ended - 10), late = authority.reply(request.der, ended + 10),
                      early = authority.reply(request.der, ended - 6000);
    CHECK(complaint(then, request, authority.root()) == "");
    CHECK(check_timestamp(then, request.imprint, authority.root(), "event 1").authority_until.seconds == ended);
    CHECK_THAT(complaint(late, request, authority.root()), Catch::Contains("expired"));
    CHECK_THAT(complaint(early, request, authority.root()), Catch::Contains("not yet valid"));
}

TEST_CASE("openssl ts says the same of a kept reply") {
    const TemporaryFolder folder;
    const std::int64_t ended = now() - 1000;
    const TimeAuthority authority({"Test Time", ended - 5000, ended});
    const TimestampRequest request = asked();
    const std::string reply = authority.reply(request.der, ended - 10);
    const Timestamp stamp = read_timestamp(reply, request, authority.root(), "authority");
    write_file_durably(folder / "checkpoint", checkpoint, 0600);
    write_file_durably(folder / "other", checkpoint + "x", 0600);
    write_file_durably(folder / "token.tsr", reply, 0600);
    write_file_durably(folder / "authority.pem", stamp.chain, 0600);
    const auto openssl = [&](const std::string& data, const std::string& at) {
        const std::string line = "cd '" + folder.path().string() + "' && openssl ts -verify -data " + data +
                                 " -in token.tsr -CAfile authority.pem " + at + " >/dev/null 2>&1";
        return std::system(line.c_str()) == 0;
    };
    const std::string then = "-attime " + std::to_string(stamp.time.seconds);
    CHECK(openssl("checkpoint", then));
    CHECK_FALSE(openssl("other", then));
    CHECK_FALSE(openssl("checkpoint", ""));  // expired by now, which is why its own time is given
    CHECK_THROWS_AS(check_timestamp(reply, sha256(checkpoint + "x"), stamp.chain, "event 1"), Error);
}

TEST_CASE("a list of revoked certificates is believed when the issuer signed it") {
    const TimeAuthority authority, other;
    const TimestampRequest request = asked();
    const Timestamp stamp = read_timestamp(authority.reply(request.der), request, authority.root(), "authority");
    CHECK(revocation_by(authority.revocation_list(false), stamp.chain, stamp.time) == Revocation::good);
    CHECK(revocation_by(authority.revocation_list(true), stamp.chain, stamp.time) == Revocation::revoked);
    CHECK(revocation_by(authority.revocation_list(true, now() + 3600), stamp.chain, stamp.time) == Revocation::good);
    CHECK(revocation_by(other.revocation_list(true), stamp.chain, stamp.time) == Revocation::unknown);
    CHECK(revocation_by("no list", stamp.chain, stamp.time) == Revocation::unknown);
}

TEST_CASE("a file of trusted certificates holds certificates") {
    const TimeAuthority authority;
    CHECK_NOTHROW(require_certificates("text before\n" + authority.root() + TimeAuthority().root(), "ca.pem"));
    for (const std::string& bad : {std::string(), std::string("no certificate"), authority.root().substr(0, 200),
                                   authority.root() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
        CHECK_THROWS_AS(require_certificates(bad, "ca.pem"), Error);
}
