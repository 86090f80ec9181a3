#include "base/json.h"

#include <catch2/catch.hpp>

#include "base/error.h"

using namespace ugoda;

TEST_CASE("canonical JSON orders names by UTF-16 units and has no blanks") {
    const Json value = parse_json(R"({"b":1,"a":[true,null],"\u20ac":"x","\r":2,"\ud83d\ude00":3,"\ufb33":4})", "test");
    CHECK(canonical_json(value) ==
          "{\"\\r\":2,\"a\":[true,null],\"b\":1,\"\u20ac\":\"x\",\"\U0001F600\":3,\"\ufb33\":4}");
}

TEST_CASE("canonical numbers are those of ECMAScript") {
    CHECK(canonical_json(parse_json("[1e30,4.50,2e-3,1e-27,333333333.33333329,1E21,9007199254740993,-0.0]", "test")) ==
          "[1e+30,4.5,0.002,1e-27,333333333.3333333,1e+21,9007199254740992,0]");
}

TEST_CASE("control characters are escaped the short way where there is one") {
    CHECK(canonical_json(Json("\b\t\n\f\r\x01\"\\/")) == R"("\b\t\n\f\r\u0001\"\\/")");
}

TEST_CASE("a JSON error names line and column") {
    CHECK_THROWS_WITH(parse_json("{\n  \"a\": 1,\n  x\n}", "case.json"),
                      Catch::Contains("case.json: line 3, column 3: is not JSON"));
}

TEST_CASE("a name that stands twice is refused") {
    CHECK_THROWS_WITH(parse_json(R"({"a":1,"a":2})", "case.json"), Catch::Contains("'a' stands twice"));
}

TEST_CASE("two hundred thousand brackets are refused before they are parsed") {
    CHECK_THROWS_WITH(parse_json(std::string(200000, '['), "case.json"), Catch::Contains("nested deeper than 64"));
}

TEST_CASE("brackets inside text do not count as depth") {
    CHECK(parse_json("\"" + std::string(200, '[') + "\\\"[\"", "case.json").is_string());
}

TEST_CASE("every truncation of a file is refused with an Error") {
    const std::string whole = R"({"a":[1,{"b":"ż\u00e9"}],"c":-1.5e3})";
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_THROWS_AS(parse_json(whole.substr(0, length), "case.json"), Error);
}

TEST_CASE("ill-formed UTF-8 is refused") { CHECK_THROWS_AS(parse_json("\"\xC3\x28\"", "case.json"), Error); }

TEST_CASE("blank is what nobody answered, and false is an answer") {
    for (const char* blank : {"null", "\"\"", "[]", "{}"}) CHECK(is_blank(parse_json(blank, "test")));
    for (const char* answer : {"false", "0", "\" \"", "[0]"}) CHECK_FALSE(is_blank(parse_json(answer, "test")));
}
