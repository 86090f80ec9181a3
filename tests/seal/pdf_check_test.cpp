// The reader of sealed files from outside: every damage is found.
#include "seal/pdf_check.h"

#include <catch2/catch.hpp>

#include "seal/sealed_pdf.h"

namespace ugoda {

using namespace testing;
using Catch::Contains;

namespace {

const std::string& paper() {
    static const std::string pdf = small_paper();
    return pdf;
}

bool is_intact(std::string_view pdf) { return worst(check_pdf(pdf).findings) < Level::warning; }

std::string told(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) text += to_string(finding.level) + ": " + finding.where + ": " + finding.what + "\n";
    return text;
}
std::string told(std::string_view pdf) { return told(check_pdf(pdf).findings); }

/// From the `<` to behind the `>`.
struct Hole {
    std::size_t begin, end;
};
Hole hole_of(const std::string& pdf) {
    const std::size_t begin = pdf.rfind("/Contents <") + 10;
    return {begin, pdf.find('>', begin) + 1};
}

/// Object number of the field of that name.
std::string field(const std::string& name) {
    const std::string& pdf = paper();
    const std::size_t at = pdf.find("/T (" + name + ")");
    REQUIRE(at != std::string::npos);
    const std::size_t begin = pdf.rfind("\nendobj\n", at) + 8;
    return pdf.substr(begin, pdf.find(' ', begin) - begin);
}

std::string object_text(const std::string& number) {
    const std::string start = "\n" + number + " 0 obj\n";
    const std::size_t begin = paper().find(start);
    REQUIRE(begin != std::string::npos);
    const std::size_t text = begin + start.size();
    return paper().substr(text, paper().find("\nendobj", text) - text);
}

std::string entry_in_trailer(const std::string& key) {
    const std::size_t begin = paper().find(key, paper().rfind("trailer"));
    return paper().substr(begin, paper().find(" R", begin) + 2 - begin);
}

/// Number of the only page.
std::string page() {
    const std::size_t at = paper().find("/P ", paper().find("/FT /Sig")) + 3;
    return paper().substr(at, paper().find(' ', at) - at);
}

/// A revision that puts those objects in place of what was there, as a signing program writes it.
std::string appended(const std::vector<std::pair<std::string, std::string>>& objects) {
    const std::string& pdf = paper();
    std::string more, table = "xref\n0 1\n0000000000 65535 f \n";
    for (const auto& [number, text] : objects) {
        char line[32];
        std::snprintf(line, sizeof line, "%010zu 00000 n \n", pdf.size() + more.size());
        table += number + " 1\n" + line;
        more += number + " 0 obj\n" + text + "\nendobj\n";
    }
    const std::size_t start = pdf.rfind("startxref\n") + 10;
    const std::string before = pdf.substr(start, pdf.find('\n', start) - start);
    return pdf + more + table + "trailer\n<< " + entry_in_trailer("/Root") + " " + entry_in_trailer("/Info") + " /Size 801 /Prev " + before +
           " >>\nstartxref\n" + std::to_string(pdf.size() + more.size()) + "\n%%EOF\n";
}

/// Signed in the field, as a program on a tablet would: the field and a signature, over all of it.
std::string signed_in(const std::string& name, const std::vector<std::pair<std::string, std::string>>& also = {}) {
    static const SealPem client = make_seal("Klientka", sealed_at);
    const Seal seal(client, "client");
    const SealRoom room{std::string(64, 'b'), seal.room(false), "", "", {}};
    std::string widget = object_text(field(name));
    widget.insert(widget.rfind(">>"), "/V 800 0 R\n");
    auto objects = also;
    objects.emplace_back(field(name), widget);
    objects.emplace_back("800", "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20260312180000+01'00') /ByteRange " +
                                    empty_byte_range() + " /Contents " + marked_hole(room) + " >>");
    return fill_hole(appended(objects), room.mark, seal, {});
}

}  // namespace

TEST_CASE("a sealed paper is intact, and it is told by whom and when it was sealed") {
    const PdfCheck check = check_pdf(paper());
    CHECK(told(check.findings) == "");
    REQUIRE(check.seals.size() == 1);
    CHECK(check.seals[0].covers == paper().size());
    CHECK(check.seals[0].moment == sealed_moment);
    CHECK(check.seals[0].cms.certificates == read_certificates(made().certificates, "seal"));
    CHECK_FALSE(check.seals[0].cms.stamp);
    CHECK(check.revisions.empty());
}

TEST_CASE("every byte of a sealed paper that is changed is found") {
    const Hole hole = hole_of(paper());
    std::string pdf = paper();
    const auto check = [&](std::size_t at, unsigned bits) {
        pdf[at] = static_cast<char>(static_cast<unsigned char>(pdf[at]) ^ bits);
        if (is_intact(pdf)) FAIL_CHECK("byte " << at << " changed by " << bits << " is not seen");
        pdf[at] = paper()[at];
    };
    // The padding is checked below, digit by digit.
    const std::size_t signature_end = pdf.find(std::string(64, '0'), hole.begin);
    for (std::size_t at = 0; at < pdf.size(); ++at)
        if (at < hole.begin || at >= hole.end) check(at, 1u << at % 8);
    for (std::size_t at = hole.begin; at < signature_end; ++at)
        for (const unsigned bits : {0x01u, 0x02u, 0x04u, 0x08u, 0x10u, 0x20u, 0x40u, 0x80u}) check(at, bits);
}

TEST_CASE("every digit of the room behind the signature must be zero") {
    const Hole hole = hole_of(paper());
    std::string pdf = paper();
    for (std::size_t at = pdf.find(std::string(64, '0'), hole.begin); at < hole.end; at += 7)
        for (const char c : {'1', 'f', ' ', '>'}) {
            if (pdf[at] == c) continue;
            pdf[at] = c;
            if (is_intact(pdf)) FAIL_CHECK("'" << c << "' at " << at << " is not seen");
            pdf[at] = paper()[at];
        }
}

TEST_CASE("a paper that ends anywhere before its end is not intact") {
    for (std::size_t length = 0; length < paper().size(); length += 13) CHECK_FALSE(is_intact(paper().substr(0, length)));
    CHECK_FALSE(is_intact(paper().substr(0, paper().size() - 1)));
}

TEST_CASE("a byte put in or taken out anywhere is found") {
    for (std::size_t at = 0; at < paper().size(); at += 11) {
        CHECK_FALSE(is_intact(paper().substr(0, at) + "0" + paper().substr(at)));
        CHECK_FALSE(is_intact(paper().substr(0, at) + paper().substr(at + 1)));
    }
}

TEST_CASE("what is no paper, or a paper without a seal, is not called sealed") {
    for (const std::string& pdf : {std::string(), std::string("%PDF-1.4"), archival(plain_paper(), archive)}) {
        CHECK_THAT(told(pdf), Contains("is not sealed"));
    }
}

TEST_CASE("a page changed in an appended revision is told, by object and size") {
    const std::string pdf = appended({{page(), "<< /Type /Page >>"}});
    const PdfCheck check = check_pdf(pdf);
    REQUIRE(check.revisions.size() == 1);
    CHECK(check.revisions[0].is_plain);
    CHECK(check.revisions[0].changed == std::vector<std::uint64_t>{std::stoull(page())});
    CHECK_THAT(told(check.findings), Contains(std::to_string(pdf.size() - paper().size()) + " bytes were appended") &&
                                         Contains("objects changed: " + page()) && Contains("no signature is over them"));
    CHECK(check.seals.at(0).cms.wrong.empty());
}

TEST_CASE("bytes behind the end, of whatever kind, are told") {
    for (const std::string more : {"x", "\n", "%comment\n", "900 0 obj\n<< >>\nendobj\n", "startxref\n12\n%%EOF\n", "\xff\xfe (("})
        CHECK_THAT(told(paper() + more), Contains(std::to_string(more.size()) + " bytes were appended"));
}

TEST_CASE("a signature on a screen, in the field made for it, leaves the paper intact and is told") {
    const std::string pdf = signed_in("client");
    const PdfCheck check = check_pdf(pdf);
    INFO(told(check.findings));
    CHECK(worst(check.findings) == Level::note);
    REQUIRE(check.seals.size() == 2);
    CHECK(check.seals[1].covers == pdf.size());
    REQUIRE(check.revisions.size() == 1);
    CHECK(check.revisions[0].only_signs);
    CHECK(check.revisions[0].added == std::vector<std::uint64_t>{800});
    const std::string pdfsig = said("pdfsig " + file_with(pdf, "both.pdf"));
    CHECK_THAT(pdfsig, Contains("Signature Field Name: client") && Contains("Klientka"));
    CHECK(run("qpdf --check " + file_with(pdf, "both.pdf") + " > /dev/null 2>&1") == 0);
}

TEST_CASE("a signature that brings another page with it is not called signing") {
    const std::string pdf = signed_in("client", {{page(), "<< /Type /Page >>"}});
    CHECK_THAT(told(pdf), Contains("they do more than sign") && Contains("objects changed: " + page()));
}

TEST_CASE("a signature that moves its field over the page is not called signing") {
    std::string widget = object_text(field("salon"));
    const std::size_t at = widget.find("/Rect [");
    REQUIRE(at != std::string::npos);
    widget.replace(at, widget.find(']', at) - at, "/Rect [ 0 0 600 800 ");
    CHECK_THAT(told(signed_in("client", {{field("salon"), widget}})), Contains("they do more than sign"));
}

TEST_CASE("a second signature of which a byte is changed is found, and everything behind it") {
    const std::string whole = signed_in("client");
    std::string pdf = whole;
    for (std::size_t at = paper().size(); at < pdf.size(); at += 5) {
        pdf[at] = static_cast<char>(pdf[at] ^ 0x04);
        if (is_intact(pdf)) FAIL_CHECK("byte " << at << " is not seen");
        pdf[at] = whole[at];
    }
    CHECK_THAT(told(whole + "\n"), Contains("signature 2: 1 bytes were appended after it"));
}

TEST_CASE("a table that leads into the part that was signed before is not followed") {
    // Object 5 is said to lie where object 3 does, or in the midst of something.
    std::string pdf = signed_in("client");
    const std::size_t table = pdf.rfind("xref\n", pdf.rfind("startxref") - 1);
    const std::size_t line = pdf.find(" 00000 n", table) - 10;
    pdf.replace(line, 10, "0000000017");
    CHECK_THAT(told(pdf), Contains("cannot be told"));
}

TEST_CASE("a seal that was made outside its certificate's time is told") {
    const Seal late(make_seal("Studio", sealed_at - std::int64_t{40} * 365 * 86400), "seal");
    CHECK_THAT(told(sealed(plain_paper(), archive, {late, "x", sealed_moment})), Contains("after its certificate had expired"));
    const Seal early(make_seal("Studio", sealed_at + 400 * 86400), "seal");
    const std::string pdf = sealed(plain_paper(), archive, {early, "x", sealed_moment});
    CHECK(is_intact(pdf));
    CHECK_THAT(told(pdf), Contains("before its certificate was in force"));
}

TEST_CASE("a token in the seal that is no timestamp over it is told") {
    const std::string pdf = small_paper(made(), [](std::string_view) { return std::string("\x30\x03\x02\x01\x07", 5); });
    CHECK_THAT(told(pdf), Contains("the timestamp in it is no timestamp"));
}

TEST_CASE("deeply nested, unending and huge numbers in a file are read without harm") {
    for (const std::string& text :
         {std::string(1u << 20, '['), std::string(1u << 20, '('), std::string(1u << 20, '<'), "1 0 obj" + std::string(1u << 20, '['),
          std::string("1 0 obj << /Length 99999999999999 >> stream"), std::string("xref\n0 99999999999999\n0 0 n"),
          std::string("1 0 obj << /ByteRange [0 99999999999999 99999999999999 99999999999999] /Contents <00> >> endobj")})
        CHECK_FALSE(is_intact("%PDF-1.4\n" + text));
}

}  // namespace ugoda
