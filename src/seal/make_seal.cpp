#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "base/error.h"
#include "base/handle.h"
#include "base/text.h"
#include "seal/seal_pem.h"
#include "seal/x509.h"

namespace ugoda {

namespace {

constexpr std::int64_t day = 86400, years = 30, last_second = 253402300799;  // 9999-12-31T23:59:59Z

/// RFC 5280 gives names room for 64 characters.
constexpr std::size_t longest_name = 64;
constexpr const char* what_it_is = "Self-made by the program ugoda, not issued by an authority";

void check(bool is_done) {
    if (!is_done) throw Error(Fault::internal, "seal", openssl_complaint(), "report this");
}

void add_name(X509_NAME* name, const char* part, const std::string& text) {
    check(X509_NAME_add_entry_by_txt(name, part, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text.data()),
                                     static_cast<int>(text.size()), -1, 0) == 1);
}

void add_extension(X509* certificate, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Handle<X509_EXTENSION, X509_EXTENSION_free> extension(X509V3_EXT_nconf_nid(nullptr, &context, kind, value));
    check(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

/// Random, and positive.
void set_serial(X509* certificate) {
    unsigned char bytes[16];
    check(RAND_bytes(bytes, sizeof bytes) == 1);
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7Fu) | 0x40u);
    const Handle<BIGNUM, BN_free> number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    check(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr);
}

void set_times(X509* certificate, std::int64_t now) {
    const std::int64_t until = std::min(now + years * 365 * day, last_second);
    check(ASN1_TIME_set(X509_getm_notBefore(certificate), now - day) != nullptr &&
          ASN1_TIME_set(X509_getm_notAfter(certificate), until) != nullptr);
}

}  // namespace

SealPem make_seal(const std::string& salon, std::int64_t now) {
    constexpr long version_3 = 2;
    const PrivateKey key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    Chain chain;
    chain.emplace_back(X509_new());
    X509* certificate = chain.front().get();
    check(key && certificate != nullptr && X509_set_version(certificate, version_3) == 1);
    set_serial(certificate);
    set_times(certificate, now);
    X509_NAME* name = X509_get_subject_name(certificate);
    add_name(name, "CN", shortened(one_line(salon), longest_name - 1));
    add_name(name, "OU", what_it_is);
    check(X509_set_issuer_name(certificate, name) == 1 && X509_set_pubkey(certificate, key.get()) == 1);
    add_extension(certificate, NID_basic_constraints, "critical,CA:FALSE");
    add_extension(certificate, NID_key_usage, "critical,digitalSignature,nonRepudiation");
    add_extension(certificate, NID_subject_key_identifier, "hash");
    check(X509_sign(certificate, key.get(), EVP_sha256()) > 0);
    return {to_pem(key), to_pem(chain)};
}

}  // namespace ugoda
