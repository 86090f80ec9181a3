// A salon's own seal, as openssl exports it.
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/files.h"
#include "seal/sealed_pdf.h"
#include "support/temporary_folder.h"

namespace ugoda {

using namespace testing;
using Catch::Contains;

namespace {

/// Where openssl makes things, in a folder of this program's own.
const std::string& folder() {
    static const TemporaryFolder made_here;
    static const std::string path = made_here.path().string();
    return path;
}

int in_folder(const std::string& command) { return run("cd " + folder() + " && " + command + " >/dev/null 2>&1"); }

/// A certificate in `name.crt`, its key in `name.key`; `how` are more arguments of `openssl req`.
void make_key(const std::string& name, const std::string& how) {
    REQUIRE(in_folder("openssl req -x509 -nodes -keyout " + name + ".key -out " + name + ".crt -subj '/CN=" + name +
                      "/O=Studio' " + how) == 0);
}

/// `more` are arguments of `openssl pkcs12 -export`.
std::string exported(const std::string& name, const std::string& more = "-passout pass:tajne") {
    REQUIRE(in_folder("openssl pkcs12 -export -inkey " + name + ".key -in " + name + ".crt -out " + name + ".p12 " + more) == 0);
    return read_file(folder() + "/" + name + ".p12", 1u << 20, Fault::internal);
}

std::int64_t now() { return SystemClock("UTC").now().seconds; }

SealPem import(const std::string& file, const std::string& passphrase = "tajne") {
    return seal_from_pkcs12(file, passphrase, now(), "own.p12");
}

constexpr const char* p256 = "-newkey ec -pkeyopt ec_paramgen_curve:P-256";

/// What openssl would not write: a key beside the certificate of another.
std::string mismatched() {
    BIO* in = BIO_new_mem_buf(made().certificates.data(), -1);
    X509* certificate = PEM_read_bio_X509(in, nullptr, nullptr, nullptr);
    EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
    STACK_OF(PKCS12_SAFEBAG)* bags = nullptr;
    STACK_OF(PKCS7)* safes = nullptr;
    PKCS12_add_cert(&bags, certificate);
    PKCS12_add_key(&bags, key, 0, 0, -1, nullptr);
    PKCS12_add_safe(&safes, bags, -1, 0, nullptr);
    PKCS12* file = PKCS12_add_safes(safes, 0);
    PKCS12_set_mac(file, "tajne", -1, nullptr, 0, 0, EVP_sha256());
    unsigned char* der = nullptr;
    const int length = i2d_PKCS12(file, &der);
    std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(length));
    OPENSSL_free(der);
    PKCS12_free(file);
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
    sk_PKCS7_pop_free(safes, PKCS7_free);
    EVP_PKEY_free(key);
    X509_free(certificate);
    BIO_free(in);
    return bytes;
}

}  // namespace

TEST_CASE("an RSA seal with the chain of who issued it seals a paper, and the chain is in it") {
    make_key("authority", "-newkey rsa:2048 -days 90");
    REQUIRE(in_folder("openssl req -nodes -newkey rsa:3072 -keyout own.key -out own.csr -subj '/CN=Studio Jasmin/O=Studio'") == 0);
    REQUIRE(in_folder("echo keyUsage=critical,digitalSignature,nonRepudiation > own.ext && openssl x509 -req -in own.csr "
                      "-CA authority.crt -CAkey authority.key -days 30 -extfile own.ext -out own.crt") == 0);
    const SealPem pem = import(exported("own", "-passout pass:tajne -certfile authority.crt"));
    const auto facts = read_certificates(pem.certificates, "own");
    REQUIRE(facts.size() == 2);
    CHECK_FALSE(facts[0].is_self_made);
    CHECK(facts[0].key == "RSA 3072");
    CHECK(facts[0].issuer == facts[1].subject);
    CHECK(facts[1].is_self_made);
    const std::string told = said("pdfsig " + file_with(small_paper(pem), "own.pdf"));
    CHECK_THAT(told, Contains("Signature is Valid") && Contains("Total document signed") && Contains("Studio Jasmin"));
    CHECK(run("sh " UGODA_SOURCE_DIR "/tests/seal/preflight.sh " + file_with(small_paper(pem), "own.pdf")) == 0);
}

TEST_CASE("a P-256 seal is taken, locked as new and as old programs do it, and without a lock") {
    make_key("curve", p256);
    CHECK_NOTHROW(import(exported("curve")));
    CHECK_NOTHROW(import(exported("curve", "-passout pass:tajne -legacy")));
    CHECK_NOTHROW(import(exported("curve", "-passout pass:"), ""));
    CHECK_NOTHROW(import(exported("curve", "-passout pass:żółć"), "żółć"));
}

TEST_CASE("a wrong passphrase is told apart from a missing one") {
    make_key("curve", p256);
    const std::string file = exported("curve");
    CHECK_THROWS_WITH(import(file, "jawne"), Contains("own.p12") && Contains("the passphrase is wrong"));
    CHECK_THROWS_WITH(import(file, ""), Contains("is locked") && Contains("--passphrase-file"));
}

TEST_CASE("an expired seal and one not in force yet are refused") {
    make_key("curve", std::string(p256) + " -days 10");
    const std::string file = exported("curve");
    CHECK_THROWS_WITH(seal_from_pkcs12(file, "tajne", now() + 11 * 86400, "own.p12"), Contains("has expired"));
    CHECK_THROWS_WITH(seal_from_pkcs12(file, "tajne", now() - 86400, "own.p12"), Contains("not in force yet"));
}

TEST_CASE("keys that are too weak or of another kind, and certificates for something else, are refused") {
    make_key("weak", "-newkey rsa:1024");
    CHECK_THROWS_WITH(import(exported("weak")), Contains("RSA of 2048 bits or more, or P-256"));
    make_key("large", "-newkey ec -pkeyopt ec_paramgen_curve:P-384");
    CHECK_THROWS_WITH(import(exported("large")), Contains("of a kind"));
    make_key("server", std::string(p256) + " -addext keyUsage=keyEncipherment");
    CHECK_THROWS_WITH(import(exported("server")), Contains("not made for signing"));
}

TEST_CASE("a certificate without its key, a key with another's certificate, and what is no such file are refused") {
    make_key("curve", p256);
    CHECK_THROWS_WITH(import(exported("curve", "-passout pass:tajne -nokeys")), Contains("has no private key"));
    CHECK_THROWS_WITH(import(mismatched()), Contains("does not fit the certificate"));
    for (const std::string& bytes : {std::string(), std::string("certificate"), exported("curve").substr(0, 500), made().certificates})
        CHECK_THROWS_WITH(import(bytes), Contains("is not a PKCS #12 file"));
}

TEST_CASE("no byte of a PKCS #12 file can be changed so that anything but our own error comes of it") {
    make_key("curve", p256);
    const std::string file = exported("curve", "-passout pass:tajne -iter 1 -maciter");
    for (std::size_t at = 0; at < file.size(); at += 3) {
        std::string changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        try {
            (void)import(changed);
        } catch (const Error& error) {
            CHECK(error.fault() == Fault::input);
        }
    }
}

}  // namespace ugoda
