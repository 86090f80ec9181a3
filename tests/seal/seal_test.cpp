// What the seal is, as others see it: pdfsig, qpdf, preflight and openssl.
#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/files.h"
#include "seal/sealed_pdf.h"

namespace ugoda {

using namespace testing;
using Catch::Contains;

namespace {

std::string settlement_paper() {
    const Seal seal(made(), "seal");
    const std::string pdf = write_pdf(typeset(settlement(), fonts(), issued()).pages, fonts(), images(), info());
    return sealed(pdf, archive, {seal, "Studio Jaśmin", sealed_moment, {{"salon", 2, 56, 244, 256, 304}, {"client", 2, 300, 244, 500, 304}}});
}

/// The signature out of the PDF, and what it is over, in files.
struct Parts {
    std::string signature, data;
};

Parts parts_of(const std::string& pdf) {
    const std::size_t begin = pdf.find("/Contents <") + 10, end = pdf.find('>', begin) + 1;
    std::string der;
    for (std::size_t at = begin + 1; at + 1 < end; at += 2) der += static_cast<char>(std::stoi(pdf.substr(at, 2), nullptr, 16));
    return {file_with(der, "signature.der"), file_with(pdf.substr(0, begin) + pdf.substr(end), "signed.bin")};
}

}  // namespace

TEST_CASE("a sealed settlement is valid for pdfsig, which finds all of it signed, and two fields empty") {
    const std::string told = said("pdfsig " + file_with(settlement_paper(), "sealed.pdf"));
    INFO(told);
    CHECK_THAT(told, Contains("Signature is Valid") && Contains("Total document signed"));
    CHECK_THAT(told, Contains("ETSI.CAdES.detached") && Contains("SHA-256"));
    CHECK_THAT(told, Contains("Signature Field Name: seal") && Contains("Signature Field Name: salon\n  The signature form field is not signed"));
    CHECK_THAT(told, Contains("Signature Field Name: client\n  The signature form field is not signed"));
    CHECK_THAT(told, Contains("not issued by an authority"));
}

TEST_CASE("a sealed settlement is still valid PDF/A-1b and clean") {
    for (const std::string& pdf : {settlement_paper(), small_paper()}) {
        const std::string file = file_with(pdf, "sealed-archive.pdf");
        CHECK(run("sh " UGODA_SOURCE_DIR "/tests/seal/preflight.sh " + file) == 0);
        CHECK(run("qpdf --check " + file + " > /dev/null 2>&1") == 0);
    }
}

TEST_CASE("the pages of a sealed paper look as before") {
    const std::string pdf = write_pdf(typeset(settlement(), fonts(), issued()).pages, fonts(), images(), info());
    const std::string paper = settlement_paper();
    for (const int page : {1, 2}) CHECK(drawn(pdf, page, 72).grey == drawn(paper, page, 72).grey);
}

TEST_CASE("the seal allows signing and nothing else, and says when it was made") {
    const std::string pdf = small_paper();
    CHECK_THAT(pdf, Contains("/TransformMethod /DocMDP") && Contains("/P 2\n") && Contains("/Perms"));
    CHECK_THAT(pdf, Contains("/M (D:20260312173005+01'00')"));
}

TEST_CASE("openssl finds the seal a good CAdES signature that names its certificate and no time") {
    const Parts parts = parts_of(small_paper());
    const std::string certificate = file_with(made().certificates, "seal.crt");
    const std::string verify = "openssl cms -verify -cades -binary -inform DER -in " + parts.signature + " -content " + parts.data +
                               " -CAfile " + certificate + " -purpose any -attime 1773333005 -out /dev/null";
    CHECK_THAT(said(verify), Contains("CAdES Verification successful"));
    const std::string printed = said("openssl cms -cmsout -print -noout -inform DER -in " + parts.signature);
    CHECK_THAT(printed, Contains("id-smime-aa-signingCertificateV2") && !Contains("signingTime"));
}

TEST_CASE("the self-made certificate says what it is, and is in force for more than ten years") {
    const CertificateFacts facts = read_certificates(made().certificates, "seal").at(0);
    CHECK(facts.is_self_made);
    CHECK(facts.key == "P-256");
    CHECK_THAT(facts.subject, Contains("Studio „Jaśmin” & Synowie") && Contains("Self-made") && Contains("not issued by an authority"));
    CHECK(facts.from < sealed_at);
    CHECK(facts.until > sealed_at + std::int64_t{10} * 366 * 86400);
    const std::string text = said("openssl x509 -noout -text -in " + file_with(made().certificates, "seal.crt"));
    CHECK_THAT(text, Contains("Digital Signature, Non Repudiation"));
}

TEST_CASE("a salon of any name gets a seal, to the end of time") {
    for (const std::string& name : {std::string(300, 'x'), std::string("Ż"), std::string("a\nb=c,d+e\"f"), std::string("💅")})
        CHECK_NOTHROW(Seal(make_seal(name, 1773333005), "seal"));
    CHECK(read_certificates(make_seal("x", 253402300799).certificates, "seal").at(0).until == 253402300799);
}

TEST_CASE("a timestamper is given the signature's value, and its token is in the seal") {
    std::string value;
    // A SEQUENCE of one INTEGER: nothing here looks into it.
    const std::string token("\x30\x03\x02\x01\x07", 5);
    const std::string pdf = small_paper(made(), [&](std::string_view signature) {
        value = signature;
        return token;
    });
    const std::string printed = said("openssl cms -cmsout -print -noout -inform DER -in " + parts_of(pdf).signature);
    CHECK_THAT(printed, Contains("id-smime-aa-timeStampToken"));
    CHECK(value.size() > 64);
    CHECK_THAT(said("pdfsig " + file_with(pdf, "stamped.pdf")), Contains("Signature is Valid") && Contains("Total document signed"));
    CHECK(parts_of(pdf).signature.size() > 0);
}

TEST_CASE("when no token is to be had the paper is sealed without") {
    const std::string pdf = small_paper(made(), [](std::string_view) { return std::string(); });
    CHECK_THAT(said("pdfsig " + file_with(pdf, "unstamped.pdf")), Contains("Signature is Valid"));
}

TEST_CASE("a key that does not fit its certificate seals nothing") {
    const SealPem other = make_seal("Another", sealed_at);
    CHECK_THROWS_WITH(Seal({other.key, made().certificates}, "keys/seal.key"), Contains("keys/seal.key") && Contains("ugoda seal new"));
    CHECK_THROWS_AS(Seal({"no key", made().certificates}, "seal"), Error);
    CHECK_THROWS_AS(Seal({made().key, "no certificate"}, "seal"), Error);
}

TEST_CASE("an archival file without a seal has no form in it") {
    const std::string pdf = archival(plain_paper(), archive);
    CHECK_THAT(pdf, !Contains("/AcroForm") && !Contains("/ByteRange"));
}

}  // namespace ugoda
