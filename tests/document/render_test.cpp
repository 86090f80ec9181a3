// From a template and answers to the bytes of one copy.
#include "document/render.h"

#include <catch2/catch.hpp>

#include "document/composing.h"
#include "document/pages.h"

using namespace ugoda;
using namespace ugoda::testing;

namespace {

const std::string counting =
    "<!-- template settlement pl-PL 1 -->\n<!-- clause PL-S-19 STD -->\nEgzemplarz nr "
    "{{copy_number}}; liczba "
    "stron: {{page_count}}. "
    "{{client_name}}\n\n```page-break\n```\n\ndalej\n\n```page-break\n```\n\nkoniec\n";

Rendered copy_of(const Json& answers, int copy = 1) {
    Composition what{small_form(), answers};
    what.record = "SET-2026-0001";
    what.issued_at = "2026-03-12T17:30:00+01:00";
    what.copy = copy;
    return render(counting, polish(), what, fonts(), {},
                  PageCode{"9f2c41d0", what.record, 1, copy, 2, 1, 1, "0123456789abcdef"});
}

}  // namespace

TEST_CASE("the number of pages printed in the text is the real one") {
    const Rendered copy = copy_of({{"client_name", "Ewa Ó"}});
    CHECK(copy.map.pages == 3);
    CHECK(text_of(copy.pdf, 1).find("stron: 3.") != std::string::npos);
}

TEST_CASE("the same answers give the same bytes, another copy gives others") {
    const Json answers{{"client_name", "Ewa Ó"}};
    CHECK(copy_of(answers).pdf == copy_of(answers).pdf);
    CHECK(copy_of(answers).pdf != copy_of(answers, 2).pdf);
}

TEST_CASE("a character that no font has is printed by its name, with a note") {
    const Rendered copy = copy_of({{"client_name", "Ewa 😕"}});
    CHECK(text_of(copy.pdf, 1).find("[confused face]") != std::string::npos);
    REQUIRE(copy.findings.size() == 1);
    CHECK(copy.findings.front().where == "client_name");
    CHECK(copy.findings.front().level == Level::note);
}
