#include <catch2/catch.hpp>

#include "base/json.h"
#include "vectors.h"

using namespace ugoda;

TEST_CASE("canonical JSON is that of RFC 8785's vectors, byte for byte") {
    for (const std::string name :
         {"arrays", "french", "structures", "unicode", "values", "weird"}) {
        INFO(name);
        const Json value = Json::parse(vector_text("jcs/input/" + name + ".json"));
        CHECK(canonical_json(value) == vector_text("jcs/output/" + name + ".json"));
    }
}

TEST_CASE("what is canonical stays as it is") {
    for (const std::string name :
         {"arrays", "french", "structures", "unicode", "values", "weird"}) {
        const std::string text = vector_text("jcs/output/" + name + ".json");
        CHECK(canonical_json(Json::parse(text)) == text);
    }
}
