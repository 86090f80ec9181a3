#include "audit/payload_outline.h"

#include <catch2/catch.hpp>

#include <random>

#include "base/base64.h"
#include "base/error.h"

using namespace ugoda;

namespace {

/// The rule itself: read as general JSON, and written again to the same bytes.
std::optional<Payload> read_the_long_way(std::string_view bytes) {
    try {
        const Json json = parse_json(bytes, "payload");
        Payload payload{from_base64(json.at("salt").get<std::string>()).value(), json.at("content"), {}};
        if (payload.salt.size() != 32 || !payload.content.is_object()) return std::nullopt;
        for (const Json& object : json.at("objects"))
            payload.objects.push_back(
                {digest_from_hex(object.at("sha256").get<std::string>()).value(),
                 object.at("bytes").get<std::uint64_t>(), object.at("role").get<std::string>()});
        if (to_bytes(payload) == bytes) return payload;
    } catch (const std::exception&) {}
    return std::nullopt;
}

std::vector<std::string> samples() {
    const ObjectRef original{sha256("a"), 184903, "original"}, copy{sha256("b"), 0, "copy \"1\"\n"};
    const std::string salt = "0123456789\xff\x01\x80 bcdefghijklmnopqrs";
    return {to_bytes({salt, Json::object(), {}}),
            to_bytes({salt, {{"case", "2026-0001"}, {"number", 1}}, {original, copy}}),
            to_bytes({salt, {{"sections", {{"client", {{"client_name", "Łucja \"Ł\""}, {"age", 3.5}}}}}}, {copy}}),
            to_bytes({salt, {{"checkpoint", "a\nb\n\n— c d\n"}, {"list", {1, {2, Json::object()}, nullptr}}}, {original}})};
}

void check_agreement(const std::string& bytes) {
    INFO(bytes);
    const auto expected = read_the_long_way(bytes);
    const auto outline = outline_payload(bytes);
    REQUIRE(outline.has_value() == expected.has_value());
    if (!expected) return;
    CHECK(outline->content == canonical_json(expected->content));
    CHECK(outline->objects == expected->objects);
    CHECK(from_base64(outline->salt) == expected->salt);
    CHECK(parse_payload(bytes)->content == expected->content);
}

}  // namespace

TEST_CASE("an outline is given for exactly the payloads that general JSON reads and writes again") {
    std::mt19937 engine(20260312);
    const auto below = [&](std::size_t count) { return engine() % count; };
    static const std::string bytes = "\"\\{}[]:,0123456789eE.+-=abcdefrolesha256 \n\x01\x7f\xc3\xff/";
    for (const std::string& sample : samples()) {
        check_agreement(sample);
        for (std::size_t at = 0; at < sample.size(); ++at) {
            check_agreement(sample.substr(0, at));
            for (int turn = 0; turn < 6; ++turn) {
                std::string harmed = sample;
                const char byte = bytes[below(bytes.size())];
                if (turn < 2) harmed[at] = byte;
                if (turn == 2) harmed.insert(at, 1, byte);
                if (turn == 3) harmed.erase(at, 1 + below(20));
                if (turn == 4) harmed.insert(at, sample.substr(below(sample.size()), below(40)));
                if (turn == 5) harmed[at] = static_cast<char>(harmed[at] ^ (1 << below(8)));
                check_agreement(harmed);
            }
        }
    }
}

TEST_CASE("a payload's content tells its members as text") {
    const std::string bytes = samples()[3];
    const auto outline = outline_payload(bytes);
    REQUIRE(outline);
    CHECK(outline->text("checkpoint") == "a\nb\n\n— c d\n");
    CHECK(outline->text("list").empty());
    CHECK(outline->text("case").empty());
}

TEST_CASE("a payload may be nested as deep as it can be read") {
    const std::string salt(32, 's');
    const auto payload = [&](std::size_t lists) {
        Json nested = Json::array();
        for (std::size_t i = 1; i < lists; ++i) nested = Json::array({nested});
        return to_bytes({salt, {{"x", nested}}, {}});
    };
    CHECK(outline_payload(payload(62)));
    CHECK_FALSE(outline_payload(payload(63)));
    check_agreement(payload(62));
    check_agreement(payload(63));
}
