#include "casefile/form.h"

#include <catch2/catch.hpp>

#include "base/error.h"

using namespace ugoda;

namespace {

const Json types = {{"text", {{"type", "string"}, {"minLength", 1}}},
                    {"choice", {{"type", "string"}}},
                    {"list", {{"type", "array"}}}};

Form form_with(const std::string& fields) {
    return parse_form(R"({"form":"note","prefix":"NOT","section":"note","fields":[)" + fields + "]}", types, "note.json");
}

}  // namespace

TEST_CASE("a field says what it is, where it comes from and when it is asked") {
    const Form form = form_with(R"({"name":"a","type":"text","need":"filled","from":["intake.a",{"path":"reply.a","when":{"has":"b"}}]})");
    REQUIRE(form.find("a") != nullptr);
    CHECK(form.find("a")->need == Need::filled);
    CHECK(form.find("a")->from.at(1).path == "reply.a");
    CHECK(form.find("b") == nullptr);
}

TEST_CASE("the form's schema holds its choices and limits") {
    const Form form = form_with(R"({"name":"a","type":"text","limits":{"maxLength":5}},{"name":"b","type":"choice","choices":["x","y"]})");
    CHECK(form.schema.at("properties").at("a") == Json({{"type", "string"}, {"minLength", 1}, {"maxLength", 5}}));
    CHECK(form.schema.at("properties").at("b").at("enum") == Json({"x", "y"}));
}

TEST_CASE("a misspelt member of a form is named") {
    CHECK_THROWS_WITH(form_with(R"({"name":"a","type":"text","ned":"required"})"), Catch::Contains("unknown member 'ned'"));
    CHECK_THROWS_WITH(form_with(R"({"name":"a","type":"txt"})"), Catch::Contains("'txt' is not a kind of field"));
    CHECK_THROWS_WITH(form_with(R"({"name":"a","type":"choice"})"), Catch::Contains("a choice without choices"));
    CHECK_THROWS_WITH(form_with(R"({"name":5,"type":"text"})"), Catch::Contains("a 'name' is missing"));
}

TEST_CASE("a form's prefix and number of copies can stand in a record's number and on its pages") {
    const auto parse = [](const std::string& head) {
        return parse_form(R"({"form":"note","section":"note",)" + head + "}", types, "note.json");
    };
    CHECK(parse(R"("prefix":"NOT","copies":3)").copies == 3);
    for (const char* prefix : {"../", "NO", "not", "NOTE"})
        CHECK_THROWS_WITH(parse(R"("prefix":")" + std::string(prefix) + "\""), Catch::Contains("three capital letters"));
    for (const char* copies : {"0", "-1", "1000000"})
        CHECK_THROWS_WITH(parse(R"("prefix":"NOT","copies":)" + std::string(copies)), Catch::Contains("from 1 to 9"));
}

TEST_CASE("the columns of a list are called after it, and a row has a schema of its own") {
    const Form form = form_with(R"({"name":"a","type":"list","columns":[{"name":"b","type":"text","need":"required"}]})");
    REQUIRE(form.fields.at(0).columns.size() == 1);
    CHECK(form.fields.at(0).columns.at(0).name == "a.b");
    CHECK(form.fields.at(0).columns.at(0).own_name() == "b");
    CHECK(form.fields.at(0).row_schema.at("properties").contains("b"));
    CHECK_THROWS_WITH(form_with(R"({"name":"a","type":"text","columns":[]})"), Catch::Contains("not a list of rows"));
    CHECK_THROWS_WITH(form_with(R"({"name":"a","type":"list","columns":[{"name":"b","type":"list"}]})"),
                      Catch::Contains("is a list or filled"));
    CHECK_THROWS_WITH(form_with(R"({"name":"a","type":"list","columns":[{"name":"b","type":"text","from":[]}]})"),
                      Catch::Contains("unknown member 'from'"));
}

TEST_CASE("an internal record has one copy") {
    const auto parse = [](const std::string& head) {
        return parse_form(R"({"form":"note","prefix":"NOT","section":"note",)" + head + "}", types, "note.json");
    };
    CHECK(parse(R"("internal":true,"copies":1)").internal);
    CHECK_THROWS_WITH(parse(R"("internal":true,"copies":2)"), Catch::Contains("has one copy"));
}

TEST_CASE("a form says what it promises, of fields or rows that it asks for, and which deadlines it meets") {
    const Json known = {{"text", Json::object()}, {"date", Json::object()}, {"list", Json::object()}};
    const auto form_of = [&](const std::string& more) {
        return parse_form(R"({"form":"note","prefix":"NOT","section":"note","fields":[{"name":"a","type":"text"},
            {"name":"d","type":"date"},{"name":"rows","type":"list","columns":[{"name":"what","type":"text"},
            {"name":"by","type":"date"}]}],)" + more + "}", known, "note.json");
    };
    const Form form = form_of(R"("promises":[{"id":"one","words":"do it","what":"a","until":"d"},
        {"id":"rows","each":"rows","what":"what","until":"by"}],
        "meets":["reply",{"deadline":"acknowledgement","when":{"has":"a"}}])");
    CHECK(form.promises.at(1).each == "rows");
    CHECK(form.meets.at(0).when.is_null());
    CHECK(form.meets.at(1).deadline == "acknowledgement");
    const auto refused = [&](const std::string& promise, const std::string& why) {
        INFO(promise);
        CHECK_THROWS_WITH(form_of("\"promises\":[" + promise + "]"), Catch::Contains(why));
    };
    refused(R"({"id":"x","what":"b","until":"d"})", "names 'b', which is not asked");
    refused(R"({"id":"x","what":"a","until":"a"})", "'a' is no date");
    refused(R"({"id":"x","what":"a"})", "'until' is missing");
    refused(R"({"id":"x","until":"d"})", "no words and no what");
    refused(R"({"id":"x","what":"a","until":"d","who":"b"})", "names 'b'");
    refused(R"({"id":"x","what":"a","until":"d","done":"b"})", "names 'b'");
    refused(R"({"id":"x","each":"a","what":"what","until":"by"})", "no list of rows");
    refused(R"({"id":"x","each":"rows","what":"a","until":"by"})", "names 'a'");
    refused(R"({"id":"x","what":"a","until":"d"},{"id":"x","what":"a","until":"d"})", "two promises");
    refused(R"({"id":"x","what":"a","until":"d","by":"d"})", "unknown member 'by'");
}
