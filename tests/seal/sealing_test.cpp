// PDF/A out of the module that the program loads.
#include "seal/sealing.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "document/pages.h"
#include "document/sample_documents.h"

namespace ugoda {

using namespace testing;

namespace {

const PdfaOptions options{"pl-PL", UGODA_BINARY_DIR "/share/ugoda/sRGB.icc"};

}  // namespace

TEST_CASE("the module that is loaded makes the same PDF/A") {
    const std::string pdf = write_pdf({Page{}}, fonts(), {}, info());
    CHECK(archival(pdf, options) == to_pdfa(pdf, options));
}

TEST_CASE("what is wrong in the module is told outside of it") {
    CHECK_THROWS_AS(archival("not a PDF", options), Error);
}

TEST_CASE("a module that is missing or is none is named with what to do") {
    for (const char* file : {"/nonexistent/ugoda-seal.so", UGODA_SOURCE_DIR "/README.md"})
        CHECK_THROWS_WITH(load_seal_module(file), Catch::Contains(file) && Catch::Contains("install ugoda again"));
}

}  // namespace ugoda
