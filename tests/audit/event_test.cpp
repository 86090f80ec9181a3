#include "audit/event.h"

#include <catch2/catch.hpp>

using namespace ugoda;

namespace {

Header sample_header() {
    Header header;
    header.seq = 12;
    header.kind = "photo.added";
    header.time = {1773333005, 60};
    header.boot = "2f1c";
    header.mono_ms = 86400123;
    header.staff = "s-2";
    header.payload = sha256("payload");
    header.in_case = CaseLink{3, sha256("header before")};
    return header;
}

Payload sample_payload() {
    return {std::string(32, 's'),
            {{"case", "2026-0001"}, {"number", 1}},
            {{sha256("jpeg"), 4, "original"}}};
}

/// `bytes` with the first `from` put as `to`.
std::string with(std::string bytes, const std::string& from, const std::string& to) {
    const auto at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    return bytes.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a header's bytes are for ever these") {
    CHECK(
        to_bytes(sample_header()) ==
        R"({"boot":"2f1c","case_prev":"276b1d64ab7bd47917956e4c5bf669fac78a214649ade75d85676914097139d3",)"
        R"("case_seq":3,"kind":"photo.added","mono_ms":86400123,)"
        R"("payload":"239f59ed55e737c77147cf55ad0c1b030b6d7ee748a7426952f9b852d5a935e5","seq":12,)"
        R"("staff":"s-2","time":"2026-03-12T17:30:05+01:00","v":1})");
}

TEST_CASE("a payload's bytes are for ever these") {
    CHECK(to_bytes(sample_payload()) ==
          R"({"content":{"case":"2026-0001","number":1},"objects":[{"bytes":4,"role":"original",)"
          R"("sha256":"41e5787e9f28562d07b891b1816b492309d646c0f2829743fa4963a9f9cc1d61"}],)"
          R"("salt":"c3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3M=","v":1})");
}

TEST_CASE("a header is written as canonical JSON is, whatever stands in it") {
    for (const std::string text : {"", "s-2", "a\"b", "back\\slash", "tab\t", "\x01", "Łódź", "\x7f"})
        for (const std::int64_t number : {0l, -1l, 7l, (1l << 53) - 1, 1l << 53, -(1l << 53), (1l << 60) + 1}) {
            Header header = sample_header();
            header.boot = header.kind = header.staff = text;
            header.mono_ms = number;
            header.behind = number == 7;
            Json json = {{"boot", text},
                         {"case_prev", to_hex(*header.in_case->previous)},
                         {"case_seq", 3},
                         {"kind", text},
                         {"mono_ms", number},
                         {"payload", to_hex(header.payload)},
                         {"seq", 12},
                         {"staff", text},
                         {"time", "2026-03-12T17:30:05+01:00"},
                         {"v", 1}};
            if (header.behind) json["behind"] = true;
            CHECK(to_bytes(header) == canonical_json(json));
        }
}

TEST_CASE("a header that is read back is the one that was written") {
    Header header = sample_header();
    CHECK(parse_header(to_bytes(header)) == header);
    header.behind = true;
    CHECK(parse_header(to_bytes(header)) == header);
    header.in_case = CaseLink{};
    CHECK(parse_header(to_bytes(header)) == header);
    header.in_case.reset();
    CHECK(parse_header(to_bytes(header)) == header);
}

TEST_CASE("a payload that is read back is the one that was written") {
    const auto read = parse_payload(to_bytes(sample_payload()));
    REQUIRE(read);
    CHECK(read->salt == sample_payload().salt);
    CHECK(read->content == sample_payload().content);
    CHECK(read->objects == sample_payload().objects);
}

TEST_CASE("no other spelling of the same header is one") {
    const std::string bytes = to_bytes(sample_header());
    CHECK_FALSE(parse_header(" " + bytes));
    CHECK_FALSE(parse_header(bytes + "\n"));
    CHECK_FALSE(parse_header(with(bytes, ":12,", ": 12,")));
    CHECK_FALSE(parse_header(with(bytes, ":12,", ":12.0,")));
    CHECK_FALSE(parse_header(with(bytes, "+01:00", "+01:00\\u0020")));
    CHECK_FALSE(parse_header(with(bytes, "\"v\":1", "\"v\":2")));
    CHECK_FALSE(parse_header(with(bytes, "\"v\":1", "\"v\":1,\"x\":1")));
    CHECK_FALSE(parse_header(with(bytes, "{\"boot\"", "{\"behind\":false,\"boot\"")));
    CHECK_FALSE(
        parse_header(with(bytes, "{\"boot\":\"2f1c\"", "{\"boot\":\"2f1c\",\"boot\":\"2f1c\"")));
    CHECK_FALSE(
        parse_header(with(bytes, "2026-03-12T17:30:05+01:00", "2026-03-12T17:30:05.0+01:00")));
    CHECK_FALSE(
        parse_header(with(bytes, "2026-03-12T17:30:05+01:00", "2026-02-30T17:30:05+01:00")));
}

TEST_CASE("a header must have all its members") {
    const Json whole = Json::parse(to_bytes(sample_header()));
    for (const char* key :
         {"boot", "kind", "mono_ms", "payload", "seq", "staff", "time", "v", "case_seq"}) {
        Json part = whole;
        part.erase(key);
        CHECK_FALSE(parse_header(canonical_json(part)));
    }
}

TEST_CASE("a salt has 32 bytes and content is an object, or it is no payload") {
    const std::string bytes = to_bytes(sample_payload());
    CHECK_FALSE(parse_payload(with(bytes, "c3Nzc3Nz", "")));
    CHECK_FALSE(parse_payload(with(bytes, R"({"case":"2026-0001","number":1})", "[]")));
    CHECK_FALSE(parse_payload("{}"));
    CHECK_FALSE(parse_payload("[]"));
    CHECK_FALSE(parse_payload(""));
}

TEST_CASE("flipping any bit of a header makes it no header or another one") {
    const Header header = sample_header();
    const std::string bytes = to_bytes(header);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string damaged = bytes;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        CHECK_FALSE(parse_header(damaged) == header);
    }
}
