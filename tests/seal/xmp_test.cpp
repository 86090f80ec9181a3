#include "seal/xmp.h"

#include <catch2/catch.hpp>

namespace ugoda {

TEST_CASE("a title with markup in it stays a title") {
    InfoEntries info;
    info.title = "A & B <script> \"c\"";
    CHECK(xmp_packet(info).find("A &amp; B &lt;script&gt; &quot;c&quot;</rdf:li>") !=
          std::string::npos);
}

TEST_CASE("what the information dictionary lacks is not in the packet") {
    const std::string packet = xmp_packet({});
    CHECK(packet.find("dc:title") == std::string::npos);
    CHECK(packet.find("xmp:CreateDate") == std::string::npos);
}

TEST_CASE("the packet claims PDF/A-1b") {
    const std::string packet = xmp_packet({});
    CHECK(packet.find("<pdfaid:part>1</pdfaid:part>") != std::string::npos);
    CHECK(packet.find("<pdfaid:conformance>B</pdfaid:conformance>") != std::string::npos);
}

TEST_CASE("a PDF date becomes an XMP date of the same moment") {
    CHECK(xmp_date("D:20260312173005+01'00'") == "2026-03-12T17:30:05+01:00");
    CHECK(xmp_date("D:20260312173005-02'30'") == "2026-03-12T17:30:05-02:30");
    CHECK(xmp_date("D:20260312173005Z") == "2026-03-12T17:30:05Z");
    CHECK(xmp_date("yesterday").empty());
}

}  // namespace ugoda
