// Templates: what the grammar allows, and that everything else is refused by name.
#include "document/wording.h"

#include <catch2/catch.hpp>

#include "document/composing.h"

using namespace ugoda;
using namespace ugoda::testing;
using Catch::Contains;

TEST_CASE("a template is read as its clauses, with tag and condition") {
    const Wording wording = parse_wording(
        "<!-- template settlement pl-PL 3 -->\n\n<!-- clause PL-S-06A STD when promised -->\n## § "
        "{{§}}. A\n"
        "<!-- clause PL-S-15 OPT-LAWYER -->\ntext\n");
    CHECK(wording.form == "settlement");
    CHECK(wording.version == 3);
    REQUIRE(wording.clauses.size() == 2);
    CHECK(wording.clauses[0].when == "promised");
    CHECK(wording.clauses[0].is_counted);
    CHECK(wording.clauses[1].tag == "OPT-LAWYER");
    CHECK_FALSE(wording.clauses[1].is_counted);
}

TEST_CASE("a reference means the clause of that id or of that id and one letter") {
    CHECK(is_meant({"PL-S-11", "", "", "", false}, "S-11"));
    CHECK(is_meant({"PL-S-11N", "", "", "", false}, "S-11"));
    CHECK_FALSE(is_meant({"PL-S-11N", "", "", "", false}, "S-1"));
    CHECK_FALSE(is_meant({"PL-S-11", "", "", "", false}, "S-11N"));
}

TEST_CASE("a template that does not say what it is is refused") {
    CHECK_THROWS_AS(parse_wording(""), Error);
    CHECK_THROWS_AS(parse_wording("# Ugoda\n"), Error);
    CHECK_THROWS_AS(parse_wording("<!-- template settlement pl-PL 1 -->\n"), Error);
}

TEST_CASE("a template of another form or locale is not taken") {
    const Composition what{small_form(), Json::object()};
    CHECK_THROWS_AS(compose("<!-- template intake pl-PL 1 -->\n<!-- clause PL-S-01 STD -->\nx\n",
                            polish(), what),
                    Error);
    CHECK_THROWS_AS(
        compose("<!-- template settlement en-GB 1 -->\n<!-- clause EN-S-01 STD -->\nx\n", polish(),
                what),
        Error);
}

TEST_CASE("a comment that is no clause is refused with its line") {
    CHECK_THAT(refusal("<!-- clause PL-S-01 -->\ntext\n"), Contains("line 2"));
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\n<!-- remember to ask -->\n"),
               Contains("line 3"));
}

TEST_CASE("a clause cannot stand in a template twice") {
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\na\n<!-- clause PL-S-01 STD -->\nb\n"),
               Contains("PL-S-01") && Contains("twice"));
}

TEST_CASE("an alternative that nobody decided is refused") {
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\nkwota […] złotych\n"),
               Contains("PL-S-01") && Contains("[…]"));
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\nkwota [...] złotych\n"), Contains("[...]"));
}

TEST_CASE("tags that could loop, include or print raw are refused") {
    for (const char* tag : {"{{{client_name}}}", "{{&client_name}}", "{{>footer}}", "{{=<% %>=}}",
                            "{{! note}}", "{{ client_name }}", "{{}}", "{{client.name}}"})
        CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\nx " + std::string(tag) + "\n"),
                   Contains("PL-S-01 (STD)"));
}

TEST_CASE("sections must close in their order and within their clause") {
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\n{{#agreed}}x\n"), Contains("not closed"));
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\nx{{/agreed}}\n"),
               Contains("ends where it was not begun"));
    CHECK_THAT(
        refusal("<!-- clause PL-S-01 STD -->\n{{#agreed}}{{#promised}}x{{/agreed}}{{/promised}}\n"),
        Contains("ends where"));
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\n{{client_name\n"),
               Contains("not closed with }}"));
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\nclient_name}}\n"), Contains("without its {{"));
}

TEST_CASE("a name the form does not know is refused, even in a clause that is left out") {
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\nx\n<!-- clause PL-S-07 LAWYER when promised "
                       "-->\n{{sum_wrods}}\n"),
               Contains("PL-S-07 (LAWYER)") && Contains("sum_wrods"));
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD when pormised -->\nx\n"), Contains("pormised"));
    CHECK_THAT(
        refusal("<!-- clause PL-S-01 STD -->\n{{#method_is_barter}}x{{/method_is_barter}}\n"),
        Contains("method_is_barter"));
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\n{{#has_nothing}}x{{/has_nothing}}\n"),
               Contains("has_nothing"));
}

TEST_CASE("a section asks only yes or no") {
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\n{{#client_name}}x{{/client_name}}\n"),
               Contains("has_client_name"));
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\n{{#agreed}}{{agreed}}{{/agreed}}\n"),
               Contains("both printed and asked"));
}

TEST_CASE("a printed name without a value names clause and tag") {
    CHECK_THAT(refusal("<!-- clause PL-S-07 LAWYER -->\nKlient: {{client_name}}\n"),
               Contains("PL-S-07 (LAWYER)") && Contains("client_name"));
}

TEST_CASE("a name without a value in a part that is not printed is no matter") {
    CHECK(refusal("<!-- clause PL-S-01 STD -->\nx{{#promised}} {{client_name}}{{/promised}}\n")
              .empty());
}

TEST_CASE("a reference to a clause that is not printed is refused") {
    const std::string clauses =
        "<!-- clause PL-S-01 STD -->\n§ {{ref:S-13}}\n"
        "<!-- clause PL-S-13 STD when agreed -->\n## § {{§}}. B\n";
    CHECK_THAT(refusal(clauses), Contains("S-13") && Contains("not in this document"));
    CHECK(refusal(clauses, {{"agreed", true}}).empty());
}

TEST_CASE("a reference that two clauses answer to is refused") {
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\n§ {{ref:S-11}}\n<!-- clause PL-S-11N STD "
                       "-->\n## § {{§}}. N\n"
                       "<!-- clause PL-S-11B STD -->\n## § {{§}}. B\n"),
               Contains("more than once"));
}

TEST_CASE("a reference to a clause that no template has is refused") {
    CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\n{{#clause:S-99}}x{{/clause:S-99}}\n"),
               Contains("S-99"));
}

TEST_CASE("Markdown that a document cannot show is refused") {
    for (const char* text :
         {"[link](https://salon.example)", "![photo](a.jpg)", "`code`", "---", "a&nbsp;b",
          "```\ncode\n```", "```chart\n```", "```photos\n1\n```", "```signatures\nclient\n```",
          "```signatures\nnobody: x\n```", "```fields\nnothing\n```"})
        CHECK_THAT(refusal("<!-- clause PL-S-01 STD -->\n" + std::string(text) + "\n"),
                   Contains("PL-S-01"));
}

TEST_CASE("a tag of another kind is not passed over as HTML") {
    CHECK(lines_of(clause("a <b>c</b>", Json::object())) == "a~<b>c</b>");
}
