// A seal with a trusted time in it, from an authority that openssl plays.
#include <catch2/catch.hpp>

#include "base/digest.h"
#include "seal/pdf_check.h"
#include "seal/sealed_pdf.h"
#include "support/temporary_folder.h"

namespace ugoda {

using namespace testing;
using Catch::Contains;

namespace {

/// Tokens by an authority whose certificate is in force for ten days from now.
class Authority {
  public:
    explicit Authority(const std::string& use = "critical,timeStamping") {
        write_file_durably(folder_ / "tsa.cnf",
                           "[tsa]\nserial = " + (folder_ / "serial").string() +
                               "\ndefault_policy = 1.2.3.4\nsigner_digest = sha256\ndigests = sha256\ness_cert_id_alg = sha256\n",
                           0600);
        write_file_durably(folder_ / "serial", "01\n", 0600);
        REQUIRE(in_folder("openssl req -x509 -nodes -newkey rsa:2048 -days 10 -keyout tsa.key -out tsa.crt -subj '/CN=Zegar/O=Urząd' "
                          "-addext extendedKeyUsage=" + use) == 0);
    }
    std::string operator()(std::string_view signature) const {
        write_file_durably(folder_ / "value", signature, 0600);
        REQUIRE(in_folder("openssl ts -query -data value -sha256 -cert -out query") == 0);
        if (in_folder("openssl ts -reply -config tsa.cnf -section tsa -queryfile query -signer tsa.crt -inkey tsa.key -token_out -out token") != 0)
            return {};
        return read_file(folder_ / "token", largest_token, Fault::internal);
    }

  private:
    int in_folder(const std::string& command) const { return run("cd " + folder_.path().string() + " && " + command + " >/dev/null 2>&1"); }
    TemporaryFolder folder_;
};

std::string told(const PdfCheck& check) {
    std::string text;
    for (const Finding& finding : check.findings) text += finding.where + ": " + finding.what + "\n";
    return text;
}

}  // namespace

TEST_CASE("a timestamp in a seal is checked at its own time, and its authority named") {
    const Authority authority;
    const std::string pdf = small_paper(made(), [&](std::string_view signature) { return authority(signature); });
    const PdfCheck check = check_pdf(pdf);
    CHECK(told(check) == "");
    REQUIRE(check.seals.at(0).cms.stamp);
    CHECK(check.seals[0].cms.stamp->wrong.empty());
    CHECK_THAT(check.seals[0].cms.stamp->authority, Contains("Zegar"));
    const auto moment = parse_rfc3339(check.seals[0].cms.stamp->moment);
    REQUIRE(moment);
    CHECK(std::abs(moment->seconds - SystemClock("UTC").now().seconds) < 600);
    CHECK_THAT(said("pdfsig " + file_with(pdf, "stamped.pdf")), Contains("Signature is Valid") && Contains("Total document signed"));
}

TEST_CASE("a timestamp over another signature is told, and what the seal says without it stays good") {
    const Authority authority;
    const std::string pdf = small_paper(made(), [&](std::string_view) { return authority("another signature"); });
    const PdfCheck check = check_pdf(pdf);
    CHECK_THAT(told(check), Contains("the timestamp in it is not a good one over this seal"));
    CHECK(check.seals.at(0).cms.wrong.empty());
}

TEST_CASE("a timestamp of which a byte is changed is told") {
    const Authority authority;
    std::string token;
    const std::string pdf = small_paper(made(), [&](std::string_view signature) { return token = authority(signature); });
    const std::string hex = to_hex(std::string_view(token));
    const std::size_t begin = pdf.find(hex);
    REQUIRE(begin != std::string::npos);
    // Its content and its signature; the certificates beside them are the authority's own affair.
    for (std::size_t at = hex.size() - 200; at < hex.size(); at += 3) {
        std::string changed = pdf;
        changed[begin + at] = changed[begin + at] == '1' ? '2' : '1';
        CHECK(worst(check_pdf(changed).findings) >= Level::warning);
    }
}

}  // namespace ugoda
