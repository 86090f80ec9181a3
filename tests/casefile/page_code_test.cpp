#include "casefile/page_code.h"

#include <catch2/catch.hpp>

using namespace ugoda;

namespace {
const PageCode page_three{"1a2b3c4d", "SET-2026-0007", 1, 1, 2, 3, 5, "9f2c0123456789ab"};
}

TEST_CASE("the code on a page is short and says which page of which copy it is") {
    CHECK(to_text(page_three) == "UG1 1a2b3c4d SET-2026-0007 v1 c1/2 p3/5 9f2c0123456789ab");
    CHECK(to_text(page_three).size() == 56);
    CHECK(parse_page_code(to_text(page_three)) == page_three);
}

TEST_CASE("the code a person can type names record, version, copy, page and a check") {
    CHECK(short_code(page_three) == "SET-2026-0007/1/1/3-9f2c");
}

TEST_CASE("no damaged page code is read as another one") {
    const std::string whole = to_text(page_three);
    for (std::size_t length = 0; length < whole.size(); ++length) CHECK_FALSE(parse_page_code(whole.substr(0, length)));
    for (const char* text : {"UG2 1a2b3c4d SET-2026-0007 v1 c1/2 p3/5 9f2c0123456789ab",
                             "UG1 1a2b3c4d SET-2026-0007 v1 c3/2 p3/5 9f2c0123456789ab",
                             "UG1 1a2b3c4d SET-2026-0007 v01 c1/2 p3/5 9f2c0123456789ab",
                             "UG1 1a2b3c4d SET-2026-0007 v1 c1/2 p6/5 9f2c0123456789ab",
                             "UG1 1a2b3c4d SET-2026-0007 v1 c1/2 p3/5 9f2c0123456789ab "})
        CHECK_FALSE(parse_page_code(text));
}
