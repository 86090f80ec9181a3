// Lists of rows: what is said about a cell, and what an empty list says.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "casefile/form.h"
#include "intake/answers.h"
#include "sample_case.h"

using namespace ugoda;

namespace {

Form note_form(const char* need = "required") {
    const Json types = parse_json(
        read_file(std::filesystem::path(UGODA_SOURCE_DIR) / "forms/types.json", 1u << 20, Fault::wording),
        "types.json");
    const Json form{
        {"form", "note"},
        {"prefix", "NOT"},
        {"section", "note"},
        {"fields",
         {{{"name", "day"}, {"type", "date"}},
          {{"name", "device_name"}, {"type", "text"}, {"from", {"note.device.name"}}},
          {{"name", "kinds"}, {"type", "list"}, {"choices", {"a", "b"}}},
          {{"name", "products"},
           {"type", "list"},
           {"need", need},
           {"columns",
            {{{"name", "name"}, {"type", "text"}, {"need", "required"}},
             {{"name", "batch"}, {"type", "text"}, {"need", "expected"}},
             {{"name", "until"}, {"type", "date"}}}}}}},
        {"rules",
         {{{"id", "old"},
           {"level", "warning"},
           {"where", "note.products"},
           {"when", {{"some", {"products", {{"less", {"products.until", "day"}}}}}}},
           {"what", "is past its day"},
           {"remedy", "use another"}}}}};
    return parse_form(form.dump(), types, "note");
}

Findings told(const Json& note, const char* need = "required") {
    const Form form = note_form(need);
    const Json answers = assemble(form, {Json{{"note", note}}});
    return check(form, derive(form, answers));
}

}  // namespace

TEST_CASE("a cell of the wrong kind or missing is named by list, row and column") {
    const Findings findings = told({{"products",
                                     {{{"name", "Dye"}, {"batch", "L1"}},
                                      {{"batch", 5}, {"until", "2026-02-30"}}}}});
    REQUIRE(findings.size() == 3);
    CHECK(findings.at(0).where == "note.products[2].name");
    CHECK(findings.at(0).what == "is missing");
    CHECK(findings.at(1).where == "note.products[2].batch");
    CHECK(findings.at(2).where == "note.products[2].until");
    for (const Finding& finding : findings) CHECK(finding.level == Level::stop);
}

TEST_CASE("an expected cell that is missing and a cell nobody asks for are notes") {
    const Findings findings = told({{"products", {{{"name", "Dye"}, {"colour", "red"}}}}});
    REQUIRE(findings.size() == 2);
    CHECK(findings.at(0).where == "note.products[1].batch");
    CHECK(findings.at(1).where == "note.products[1].colour");
    for (const Finding& finding : findings) CHECK(finding.level == Level::note);
}

TEST_CASE("a row may be a text, but not a number and not without end") {
    CHECK(told({{"products", {"Dye from the chemist's"}}}).empty());
    CHECK(worst(told({{"products", {7}}})) == Level::stop);
    CHECK(worst(told({{"products", {std::string(1001, 'x')}}})) == Level::stop);
}

TEST_CASE("an empty list is an answer, an absent one is missing, one of choices says nothing") {
    CHECK(told({{"products", Json::array()}}).empty());
    REQUIRE(told(Json::object()).size() == 1);
    CHECK(told(Json::object()).front().where == "note.products");
    const Json answers =
        assemble(note_form(), {Json{{"note", {{"kinds", Json::array()}, {"products", Json::array()}}}}});
    CHECK(answers == Json{{"products", Json::array()}});
}

TEST_CASE("a rule may ask whether some row is so") {
    const Json row{{"name", "Dye"}, {"batch", "L1"}, {"until", "2026-03-01"}};
    CHECK(told({{"day", "2026-03-01"}, {"products", {row}}}).empty());
    const Findings findings = told({{"day", "2026-03-02"}, {"products", {"text", row}}});
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().what == "is past its day");
}

TEST_CASE("a member that a field takes something out of is not called unused") {
    const Form form = note_form();
    const Sources sources{Json{{"note", {{"device", {{"name", "Laser"}}}, {"gadget", {{"name", "x"}}}}}}};
    CHECK(assemble(form, sources).at("device_name") == "Laser");
    const Findings findings = unused_answers(form, sources);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().where == "note.gadget");
}
