#include "document/codes.h"

#include <ReadBarcode.h>

#include <catch2/catch.hpp>
#include <opencv2/aruco.hpp>

#include "base/error.h"
#include "document/pages.h"
#include "document/sample_documents.h"

namespace ugoda {

using namespace testing;

namespace {

constexpr double scan_dpi = 150;

std::string issued_pdf(const Typeset& set) {
    return write_pdf(set.pages, fonts(), images(), info());
}

std::vector<std::string> codes_in(const Pixels& page) {
    const ZXing::ImageView view(page.grey.data(), page.width, page.height, ZXing::ImageFormat::Lum);
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(true);
    std::vector<std::string> texts;
    for (const auto& result : ZXing::ReadBarcodes(view, hints))
        texts.emplace_back(result.bytes().begin(), result.bytes().end());
    return texts;
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

struct Corners {
    std::vector<int> ids;
    std::vector<std::vector<cv::Point2f>> places;
};

Corners corners_in(Pixels page) {
    const cv::Mat image(page.height, page.width, CV_8UC1, page.grey.data());
    Corners corners;
    cv::aruco::detectMarkers(image, cv::aruco::getPredefinedDictionary(cv::aruco::DICT_4X4_50),
                             corners.places, corners.ids);
    return corners;
}

}  // namespace

TEST_CASE("the code of every page is read from a scan of 150 dpi and says which page it is") {
    const Typeset set = typeset(settlement(), fonts(), issued());
    const std::string pdf = issued_pdf(set);
    for (int page = 1; page <= set.map.pages; ++page) {
        PageCode code = *issued().code;
        code.page = page;
        code.pages = set.map.pages;
        CHECK(holds(codes_in(drawn(pdf, page, scan_dpi)), to_text(code)));
    }
}

TEST_CASE("the checkpoint is read from the last page byte for byte") {
    const Typeset set = typeset(settlement(), fonts(), issued());
    CHECK(holds(codes_in(drawn(issued_pdf(set), set.map.pages, scan_dpi)), checkpoint_note()));
}

TEST_CASE("another reader, zbar, reads the page code too") {
    const Typeset set = typeset({paragraph("tekst")}, fonts(), issued());
    const std::string pdf = file_with(issued_pdf(set), "codes.pdf");
    const std::string image = pdf.substr(0, pdf.size() - 4);
    REQUIRE(run("pdftoppm -r 150 -gray -singlefile " + pdf + " " + image + " 2> /dev/null") == 0);
    CHECK(run("zbarimg -q --nodbus --raw " + image +
              ".pgm | grep -q '^UG1 0a1b2c3d SET-2026-0007 v1 c1/2 p1/1 '") == 0);
}

TEST_CASE("the corner marks are found on every page, each at its corner") {
    const Typeset set = typeset(settlement(), fonts(), issued());
    const std::string pdf = issued_pdf(set);
    for (int page = 1; page <= set.map.pages; ++page) {
        Corners found = corners_in(drawn(pdf, page, scan_dpi));
        std::vector<int> ids = found.ids;
        std::sort(ids.begin(), ids.end());
        CHECK(ids == std::vector<int>{0, 1, 2, 3});
    }
}

TEST_CASE("the corner marks lie where the layout map says") {
    const Typeset set = typeset({paragraph("tekst")}, fonts(), issued());
    const Corners found = corners_in(drawn(issued_pdf(set), 1, scan_dpi));
    static const std::vector<std::string> names{"top-left", "top-right", "bottom-right",
                                                "bottom-left"};
    REQUIRE(found.ids.size() == 4);
    for (std::size_t i = 0; i < found.ids.size(); ++i)
        for (const Box& box : set.map.boxes)
            if (box.name == names.at(static_cast<std::size_t>(found.ids[i]))) {
                CHECK(found.places[i][0].x * 25.4 / scan_dpi == Approx(box.at.x).margin(0.3));
                CHECK(found.places[i][0].y * 25.4 / scan_dpi == Approx(box.at.y).margin(0.3));
                CHECK(found.places[i][2].x * 25.4 / scan_dpi == Approx(box.at.x + 8).margin(0.3));
            }
}

TEST_CASE("a checkpoint too long for any code is refused") {
    CHECK_THROWS_AS(qr_code(std::string(3000, 'x')), Error);
}

TEST_CASE("a page code is a QR code of 37 modules") {
    CHECK(qr_code(to_text(*issued().code)).side == 37);
}

}  // namespace ugoda
