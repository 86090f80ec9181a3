#include "base/canonical_json.h"

#include <catch2/catch.hpp>

#include <random>

#include "base/error.h"

using namespace ugoda;

namespace {

/// The rule itself: what parses and would be written otherwise is not canonical.
bool is_written_again(std::string_view text) {
    try {
        return canonical_json(parse_json(text, "test")) == text;
    } catch (const Error&) {
        return false;
    }
}

class Chance {
  public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t count) { return engine_() % count; }

    std::string text() {
        static const std::vector<std::string> pieces = {
            "a", "case", "Z", "~", "\x7f", "\"", "\\", "/", "\n", "\t", "\b", "\f", "\r", "\x01",
            "\x1f", "\x0b", "ż", "é", "€", "\uE000", "\uFFFF", "😀", "𝒳", " ", "{", "]", "u0041"};
        std::string made;
        for (std::size_t count = below(4); count > 0; --count) made += pieces[below(pieces.size())];
        return made;
    }
    Json number() {
        static const std::vector<Json> numbers = {
            0, 1, -1, 15, -120, 999999999999999, 1000000000000000, 9007199254740991,
            9007199254740992, 9007199254740994, -9007199254740991, 18446744073709551615u, 1.5, -0.0,
            1e21, 1e-7, 123456789012345680000.0, 0.1, 5e-324};
        return numbers[below(numbers.size())];
    }
    Json value(int depth) {
        switch (below(depth > 0 ? 8 : 5)) {
            case 0: return nullptr;
            case 1: return below(2) == 0;
            case 2: return number();
            case 3:
            case 4: return text();
            case 5: {
                Json list = Json::array();
                for (std::size_t count = below(4); count > 0; --count)
                    list.push_back(value(depth - 1));
                return list;
            }
            default: {
                Json object = Json::object();
                for (std::size_t count = below(5); count > 0; --count)
                    object[text()] = value(depth - 1);
                return object;
            }
        }
    }
    /// Changes, drops, doubles or puts in a byte, or moves a piece.
    std::string harmed(std::string text) {
        static const std::string bytes = "\"\\{}[]:,0123456789eE.+-utfnab \n\x01\x7f\xc3\xed\xff/";
        const std::size_t at = below(text.size() + 1);
        const std::string byte(1, bytes[below(bytes.size())]);
        switch (below(5)) {
            case 0: return text.insert(at, byte);
            case 1: return at < text.size() ? text.replace(at, 1, byte) : text;
            case 2: return at < text.size() ? text.erase(at, 1 + below(3)) : text;
            case 3: return text.insert(below(text.size() + 1), text.substr(at, 1 + below(12)));
            default: return text.substr(0, at);
        }
    }

  private:
    std::mt19937 engine_;
};

}  // namespace

TEST_CASE("what canonical_json writes is canonical, and the short rule agrees with the long one") {
    Chance chance(20260312);
    std::size_t canonical = 0, other = 0;
    for (int i = 0; i < 6000; ++i) {
        std::string text = canonical_json(chance.value(5));
        REQUIRE(is_canonical_json(text));
        for (int harm = 0; harm < 5; ++harm) {
            text = chance.harmed(text);
            INFO(text);
            const bool expected = is_written_again(text);
            REQUIRE(is_canonical_json(text) == expected);
            ++(expected ? canonical : other);
        }
    }
    CHECK(canonical > 500);
    CHECK(other > 5000);
}

TEST_CASE("every spelling but the canonical one is refused") {
    for (const char* text :
         {"", " 1", "1 ", "01", "-0", "1.0", "1e2", "+1", "-", "\"", "\"\\/\"", "\"\\u0041\"",
          "\"\\u000a\"", "\"\\u001F\"", "\"\xff\"", "[1,]", "[1 ,2]", "[", "{\"b\":1,\"a\":2}",
          "{\"a\":1,\"a\":2}", "{\"\":1,\"\":1}", "{\"a\"1}", "{\"a\":1,}", "{a:1}", "nul", "true1",
          "1,", "{\"\uFFFF\":1,\"😀\":2}"})
        CHECK_FALSE(is_canonical_json(text));
    for (const char* text :
         {"0", "-1", "1.5", "1e+21", "\"\"", "\"\\u001f\\n\\\"\\\\/\"", "[]", "{}", "[1,[],{}]",
          "{\"\":1,\"a\":2}", "{\"😀\":2,\"\uFFFF\":1}", "null", "true", "false"})
        CHECK(is_canonical_json(text));
}

TEST_CASE("limits of depth and size are those of reading") {
    const std::string deep = std::string(64, '[') + std::string(64, ']');
    CHECK(is_canonical_json(deep));
    CHECK_FALSE(is_canonical_json("[" + deep + "]"));
    CHECK_FALSE(is_canonical_json("[" + deep + ",1]"));
    CHECK_FALSE(is_canonical_json(std::string(1u << 20, '[')));
    const std::string name = "{\"\\n\":" + std::string(63, '[') + std::string(63, ']') + "}";
    CHECK(is_canonical_json(name));
    CHECK_FALSE(is_canonical_json("\"12345678\"", {9, 64}));
}

TEST_CASE("members are found by name, and strings say what was written") {
    const Json value = {{"a", 1}, {"case", "2026-0001"}, {"note", "line\n\"é\""}, {"x", {{"case", 2}}}};
    const std::string object = canonical_json(value);
    CHECK(member_of(object, "a") == "1");
    CHECK(member_of(object, "x") == "{\"case\":2}");
    CHECK(member_of(object, "none").empty());
    CHECK(member_of("{}", "case").empty());
    CHECK(text_of(member_of(object, "case")) == "2026-0001");
    CHECK(text_of(member_of(object, "note")) == "line\n\"é\"");
    CHECK_FALSE(text_of(member_of(object, "a")));
    CHECK_FALSE(text_of(""));
}
