// Whole pages as text. When a change of looks is meant, copy the files named by the failing
// test over those in tests/document/golden and read the difference before committing it.
#include <catch2/catch.hpp>

#include "base/files.h"
#include "document/pages.h"
#include "document/sample_documents.h"

namespace ugoda {

using namespace testing;

namespace {

void check_golden(const std::string& name, const Typeset& set) {
    const std::string actual = to_text(set.pages);
    std::filesystem::create_directories(UGODA_BINARY_DIR "/test-files");
    const std::string written = UGODA_BINARY_DIR "/test-files/" + name;  // each has a name of its own
    write_file_durably(written, actual, 0600);
    const std::string golden = UGODA_SOURCE_DIR "/tests/document/golden/" + name;
    INFO("set: " + written);
    INFO("expected: " + golden);
    CHECK((std::filesystem::exists(golden) && read_file(golden, 1u << 20, Fault::input) == actual));
}

}  // namespace

TEST_CASE("a settlement looks as it has always looked") {
    check_golden("settlement.txt", typeset(settlement(), fonts(), issued()));
}

TEST_CASE("a draft looks as it has always looked") {
    TypesetOptions options = issued();
    options.frame.draft = "PROJEKT – nie do podpisu";
    options.code.reset();
    check_golden("draft.txt",
                 typeset({heading("§ 1. Przedmiot"), paragraph(words(60))}, fonts(), options));
}

TEST_CASE("a table over two pages looks as it has always looked") {
    check_golden("table.txt", typeset({attachments(18)}, fonts(), issued()));
}

}  // namespace ugoda
