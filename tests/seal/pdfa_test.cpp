#include "seal/pdfa.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "document/pages.h"
#include "document/sample_documents.h"

namespace ugoda {

using namespace testing;

namespace {

const std::filesystem::path profile = UGODA_BINARY_DIR "/share/ugoda/sRGB.icc";

std::string plain_pdf(const std::vector<Block>& blocks, const DocumentInfo& about) {
    return write_pdf(typeset(blocks, fonts(), issued()).pages, fonts(), images(), about);
}

std::string archival(const std::vector<Block>& blocks, const DocumentInfo& about = info()) {
    return to_pdfa(plain_pdf(blocks, about), {"pl-PL", profile});
}

int preflight(const std::string& pdf, const std::string& name, const std::string& more = {}) {
    return run("sh " UGODA_SOURCE_DIR "/tests/seal/preflight.sh " + file_with(pdf, name) + more);
}

bool is_clean(const std::string& pdf, const std::string& name) {
    return run("qpdf --check " + file_with(pdf, name) + " > /dev/null 2>&1") == 0;
}

}  // namespace

TEST_CASE("a settlement with photographs is valid PDF/A-1b") {
    const std::string pdf = archival(settlement());
    CHECK(preflight(pdf, "settlement.pdf") == 0);
    CHECK(is_clean(pdf, "settlement.pdf"));
}

TEST_CASE("emoji, long names and the fallback font leave a file valid PDF/A-1b") {
    DocumentInfo about = info();
    about.author = "Salon „Żółć” & Söhne <sp. z o.o.> 💅";
    about.title += std::string(300, 'x');
    const std::string pdf = archival(extremes(), about);
    CHECK(preflight(pdf, "extremes.pdf") == 0);
    CHECK(is_clean(pdf, "extremes.pdf"));
}

TEST_CASE("a page in every font is valid PDF/A-1b") {
    Page page;
    for (int i = 0; i < 6; ++i)
        page.marks.emplace_back(TextMark{20, 30.0 + 10 * i, static_cast<FontId>(i), 12,
                                         "Zażółć Ἑλλάς niño 1 200,00 zł", 0, 0});
    const std::string pdf = to_pdfa(write_pdf({page}, fonts(), {}, info()), {"el-GR", profile});
    CHECK(preflight(pdf, "fonts.pdf") == 0);
}

TEST_CASE("the file as libharu wrote it is not PDF/A, so the check can tell") {
    CHECK(preflight(plain_pdf({paragraph("tekst")}, info()), "plain.pdf", " > /dev/null") == 1);
}

TEST_CASE("the same file becomes the same archival file") {
    const std::string pdf = plain_pdf(settlement(), info());
    CHECK(to_pdfa(pdf, {"pl-PL", profile}) == to_pdfa(pdf, {"pl-PL", profile}));
}

TEST_CASE("records of different titles have different identifiers") {
    DocumentInfo other = info();
    other.title = "Ugoda SET-2026-0008, wersja 1";
    const auto id = [](const std::string& pdf) { return pdf.substr(pdf.rfind("/ID")); };
    CHECK(id(archival({paragraph("a")})).substr(0, 70) !=
          id(archival({paragraph("a")}, other)).substr(0, 70));
}

TEST_CASE("the text of an archival file is that of the pages, every accent of it") {
    const std::string greek = "Ἑλληνικά: Ά Έ Ή Ί Ό Ύ Ώ ΐ ΰ ᾳ ῆ ᾧ";
    const std::string polish = "Zażółć gęślą jaźń, 1 200,00 zł – § 7 ☑";
    const std::string text = text_of(archival({paragraph(polish), paragraph(greek)}), 1);
    CHECK(text.find(polish) != std::string::npos);
    CHECK(text.find(greek) != std::string::npos);
}

TEST_CASE("the pages of an archival file look as before") {
    const std::string pdf = plain_pdf(settlement(), info());
    const std::string kept = to_pdfa(pdf, {"pl-PL", profile});
    CHECK(drawn(pdf, 1, 72).grey == drawn(kept, 1, 72).grey);
}

TEST_CASE("pictures are in the archival file byte for byte") {
    const std::string pdf = archival(settlement());
    for (const std::string& image : images()) CHECK(pdf.find(image) != std::string::npos);
}

TEST_CASE("the time at which the file was made archival is nowhere in it") {
    CHECK(archival({paragraph("a")}).find("ModDate") == std::string::npos);
}

TEST_CASE("the language of the document stands in the file") {
    CHECK(archival({paragraph("a")}).find("/Lang (pl-PL)") != std::string::npos);
}

TEST_CASE("what is no PDF is refused") {
    CHECK_THROWS_AS(to_pdfa("not a PDF", {"pl-PL", profile}), Error);
}

TEST_CASE("a PDF cut short is refused") {
    const std::string pdf = plain_pdf({paragraph("a")}, info());
    CHECK_THROWS_AS(to_pdfa(pdf.substr(0, pdf.size() / 2), {"pl-PL", profile}), Error);
}

TEST_CASE("a missing colour profile is named") {
    CHECK_THROWS_WITH(to_pdfa(plain_pdf({}, info()), {"pl-PL", "/nonexistent/sRGB.icc"}),
                      Catch::Contains("/nonexistent/sRGB.icc"));
}

}  // namespace ugoda
