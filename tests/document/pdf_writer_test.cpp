#include "document/pdf_writer.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "document/pages.h"
#include "document/sample_documents.h"

namespace ugoda {

using namespace testing;

namespace {

std::string pdf_of(const std::vector<Block>& blocks) {
    return write_pdf(typeset(blocks, fonts(), issued()).pages, fonts(), images(), info());
}

std::size_t count(const std::string& all, const std::string& part) {
    std::size_t times = 0;
    for (std::size_t at = 0; (at = all.find(part, at)) != std::string::npos; ++at) ++times;
    return times;
}

Page page_of(const std::string& text, FontId font) {
    return {{TextMark{20, 50, font, 10, text, 0, 0}}};
}

}  // namespace

TEST_CASE("the same pages give the same bytes") {
    CHECK(pdf_of(settlement()) == pdf_of(settlement()));
}

TEST_CASE("every accent is read back from the file exactly") {
    const std::string polish = "Zażółć gęślą jaźń ĄĆĘŁŃÓŚŹŻ „tak” – 1 200,00 zł § ½";
    const std::string greek = "Ἑλληνικά: Ά Έ Ή Ί Ό Ύ Ώ ΐ ΰ ᾳ ῆ ᾧ";
    const std::string latin = "perché è così, ¿qué? ¡niño! £5 €7";
    for (const FontId font :
         {FontId::serif, FontId::serif_bold, FontId::serif_italic, FontId::sans, FontId::sans_bold})
        for (const std::string& text : {polish, greek, latin})
            CHECK(text_of(write_pdf({page_of(text, font)}, fonts(), {}, info()), 1).find(text) !=
                  std::string::npos);
}

TEST_CASE("a justified line is read back with ordinary spaces") {
    const std::string pdf = pdf_of({paragraph(words(60))});
    CHECK(text_of(pdf, 1).find("strony zgodnie oświadczają że świadczenie wykonano w lokalu") !=
          std::string::npos);
}

TEST_CASE("only the fonts that a document uses are put into it") {
    const std::string pdf = write_pdf({page_of("Ugoda", FontId::sans)}, fonts(), {}, info());
    CHECK(count(pdf, "/FontFile2") == 1);
}

TEST_CASE("pictures are put into the file as they are") {
    const std::string pdf = pdf_of({PhotoRow{plate(1, 64, 48), plate(2, 48, 64)}});
    for (const std::string& image : images()) CHECK(pdf.find(image) != std::string::npos);
}

TEST_CASE("the document says its title and when it was made, and no time of change") {
    const std::string pdf = file_with(pdf_of({paragraph("tekst")}), "info.pdf");
    CHECK(run("pdfinfo -isodates " + pdf +
              " | grep -q '^Title: *Ugoda SET-2026-0007, wersja 1$'") == 0);
    CHECK(run("pdfinfo -isodates " + pdf +
              " 2> /dev/null | grep -q '^CreationDate: *2026-11-23T'") == 0);
    CHECK(run("pdfinfo " + pdf + " 2> /dev/null | grep -q ModDate") != 0);
}

TEST_CASE("a picture that is none is refused, and the refusal says where") {
    const Page page{{ImageMark{{20, 50, 30, 30}, 0}}};
    CHECK_THROWS_WITH(write_pdf({page}, fonts(), {"GIF89a, not a JPEG"}, info()),
                      Catch::Contains("loading a picture"));
}

TEST_CASE("a page that shows a picture nobody gave is refused") {
    const Page page{{ImageMark{{20, 50, 30, 30}, 3}}};
    CHECK_THROWS_WITH(write_pdf({page}, fonts(), {}, info()), Catch::Contains("picture 3"));
}

TEST_CASE("a document of nothing but a frame is a sound file") {
    CHECK(run("qpdf --check " + file_with(pdf_of({}), "empty.pdf") + " > /dev/null 2>&1") == 0);
}


TEST_CASE("a font of any length is saved, whatever characters are drawn") {
    // Without a spare glyph libharu refuses exactly this selection of Noto Serif Bold.
    const std::string stumbles = "!\"$%&()*./015679:@BDHKNOPQRSXZ[]_`abdfgilmnouvwxz{|}";
    const Page page = page_of(stumbles, FontId::serif_bold);
    const std::string pdf = write_pdf({page}, fonts(), {}, info());
    CHECK(text_of(pdf, 1).find(stumbles) != std::string::npos);
    CHECK(write_pdf({page}, fonts(), {}, info()) == pdf);
}

}  // namespace ugoda
