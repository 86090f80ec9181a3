#include <catch2/catch.hpp>

#include "base/error.h"
#include "intake/answers.h"

using namespace ugoda;

namespace {

const Json types = {{"text", {{"type", "string"}}},     {"long_text", {{"type", "string"}}},
                    {"date", {{"type", "string"}}},     {"time", {{"type", "string"}}},
                    {"datetime", {{"type", "string"}}}, {"boolean", {{"type", "boolean"}}},
                    {"list", {{"type", "array"}}}};

Form note_with(const std::string& fields, const std::string& derived = "") {
    return parse_form(R"({"form":"note","prefix":"NOT","section":"note","fields":[)" + fields +
                          R"(],"derived":[)" + derived + "]}",
                      types, "note.json");
}

Json answers_of(const std::string& fields, const char* sections, const std::string& derived = "") {
    return assemble(note_with(fields, derived), {Json::parse(sections)});
}

}  // namespace

TEST_CASE(
    "the form's own section comes first, then the sources in their order, then the fallback") {
    const std::string field =
        R"({"name":"a","type":"text","from":["x.a","y.b"],"fallback":"none"})";
    CHECK(answers_of(field, R"({"note":{"a":"own"},"x":{"a":"1"}})").at("a") == "own");
    CHECK(answers_of(field, R"({"x":{"a":"1"},"y":{"b":"2"}})").at("a") == "1");
    CHECK(answers_of(field, R"({"x":{"a":" "},"y":{"b":"2"}})").at("a") == "2");
    CHECK(answers_of(field, "{}").at("a") == "none");
}

TEST_CASE("a filled field does not take what its own section says") {
    const std::string field =
        R"({"name":"number","type":"text","need":"filled","from":["record.id"]})";
    CHECK(answers_of(field, R"({"note":{"number":"theirs"},"record":{"id":"NOT-2026-0001"}})")
              .at("number") == "NOT-2026-0001");
    CHECK_FALSE(answers_of(field, R"({"note":{"number":"theirs"}})").contains("number"));
}

TEST_CASE("a date or an hour is taken out of a moment") {
    const std::string fields =
        R"({"name":"d","type":"date","from":["x.at"]},{"name":"t","type":"time","from":["x.at"]})";
    const Json answers = answers_of(fields, R"({"x":{"at":"2026-03-03T09:20:00+01:00"}})");
    CHECK(answers.at("d") == "2026-03-03");
    CHECK(answers.at("t") == "09:20");
}

TEST_CASE("a moment without seconds gets them") {
    CHECK(answers_of(R"({"name":"m","type":"datetime"})",
                     R"({"note":{"m":"2026-03-03T09:20+01:00"}})")
              .at("m") == "2026-03-03T09:20:00+01:00");
}

TEST_CASE("a path through a list gives the list of what stands there") {
    CHECK(answers_of(R"({"name":"n","type":"list","from":["x.n"]})",
                     R"({"x":[{"n":1},{"m":2},{"n":3}]})")
              .at("n") == Json({1, 3}));
}

TEST_CASE("a source whose condition does not hold is passed over") {
    const std::string fields = R"({"name":"hurt","type":"boolean"},
        {"name":"p","type":"text","from":[{"path":"x.long","when":{"true":"is_hurt"}},"x.short"]})";
    const std::string derived = R"({"name":"is_hurt","when":{"true":"hurt"}})";
    CHECK(answers_of(fields, R"({"note":{"hurt":true},"x":{"long":"10","short":"6"}})", derived)
              .at("p") == "10");
    CHECK(answers_of(fields, R"({"note":{"hurt":false},"x":{"long":"10","short":"6"}})", derived)
              .at("p") == "6");
}

TEST_CASE("a field that is not asked is not filled") {
    const std::string fields =
        R"({"name":"a","type":"text"},{"name":"b","type":"text","from":["x.b"],"fallback":"f","when":{"has":"a"}})";
    CHECK_FALSE(answers_of(fields, R"({"x":{"b":"1"}})").contains("b"));
    CHECK(answers_of(fields, R"({"note":{"a":"!"},"x":{"b":"1"}})").at("b") == "1");
}

TEST_CASE("false and nought are answers") {
    const Json answers =
        answers_of(R"({"name":"b","type":"boolean","fallback":true})", R"({"note":{"b":false}})");
    CHECK(answers.at("b") == false);
}

TEST_CASE("an answer of blanks, or of nothing one can see, is none") {
    for (const char* blank : {"", "  \n ", "\u00A0", "\u200B\u200D", "\u3000", "\u202E\u202C"})
        CHECK_FALSE(
            assemble(note_with(R"({"name":"a","type":"text"})"), {{{"note", {{"a", blank}}}}})
                .contains("a"));
}

TEST_CASE("answers are cleaned through and through") {
    const Json sections = {{"note",
                            {{"a", "Zo\u0065\u0301\u202Egnp.exe\r\nnext\u0007"},
                             {"l", {{{"n", "\u2066x\u2069"}}, "\uFEFFy"}}}}};
    const Json answers =
        assemble(note_with(R"({"name":"a","type":"text"},{"name":"l","type":"list"})"), {sections});
    CHECK(answers.at("a") == "Zo\u00E9gnp.exe\nnext");
    CHECK(answers.at("l") == Json({{{"n", "x"}}, "y"}));
}

TEST_CASE("wordings in answers stay what they are: text") {
    const std::string hostile =
        "# Total: **0** {{client_name}} {{{x}}} <b>&amp; \\ ../../etc/passwd";
    CHECK(assemble(note_with(R"({"name":"a","type":"text"})"), {{{"note", {{"a", hostile}}}}})
              .at("a") == hostile);
}

TEST_CASE("a section of the wrong kind has no answers") {
    CHECK(answers_of(R"({"name":"a","type":"text","from":["x.a"]})",
                     R"({"note":"text","x":[1,2]})") == Json::object());
}

TEST_CASE("truths are derived in their order, each from those before it") {
    const Form form =
        note_with(R"({"name":"a","type":"text"})",
                  R"({"name":"one","when":{"has":"a"}},{"name":"two","when":{"true":"one"}})");
    CHECK(derive(form, {{"a", "x"}}) == Json({{"a", "x"}, {"one", true}, {"two", true}}));
    CHECK(derive(form, Json::object()) == Json({{"one", false}, {"two", false}}));
}

TEST_CASE("a misspelt answer is told, the header of a record is not") {
    const Form form = note_with(R"({"name":"deadline","type":"date"})");
    const Findings findings = unused_answers(
        form,
        {{{"note", {{"dedline", "2026-03-12"}, {"deadline", "2026-03-12"}, {"version", 1}}}}});
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().where == "note.dedline");
    CHECK(findings.front().level == Level::note);
}
