#include "worker/message.h"

#include <catch2/catch.hpp>

using namespace ugoda;

namespace {

std::string message(const std::string& json, const std::string& bytes) {
    return message_head(json.size(), bytes.size()) + json + bytes;
}

}  // namespace

TEST_CASE("a message is read as it was written") {
    const auto read = parse_message(message(R"({"job":"picture"})", std::string("\0\1\2", 3)), {});
    REQUIRE(read);
    CHECK(text_at(read->json, "job") == "picture");
    CHECK(read->bytes == std::string("\0\1\2", 3));
}

TEST_CASE("a message cut short or drawn out anywhere is none") {
    const std::string whole = message(R"({"job":"picture"})", "bytes");
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(parse_message(whole.substr(0, size), {}));
    CHECK_FALSE(parse_message(whole + "x", {}));
}

TEST_CASE("a message past the limits, of another build or without an object is none") {
    CHECK_FALSE(parse_message(message("{}", "12345"), {100, 4}));
    CHECK_FALSE(parse_message(message("{}  ", ""), {3, 4}));
    CHECK_FALSE(parse_message(message("[]", ""), {}));
    CHECK_FALSE(parse_message(message("{", ""), {}));
    std::string other = message("{}", "");
    other[3] = '2';
    CHECK_FALSE(parse_message(other, {}));
}
