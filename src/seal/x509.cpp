#include "seal/x509.h"

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>

#include "base/digest.h"
#include "base/error.h"
#include "base/handle.h"

namespace ugoda {

namespace {

using Bio = Handle<BIO, BIO_free_all>;

std::string written(BIO* out) {
    char* text = nullptr;
    const long length = BIO_get_mem_data(out, &text);
    return {text, static_cast<std::size_t>(length)};
}

std::string text_of(const X509_NAME* name) {
    const Bio out(BIO_new(BIO_s_mem()));
    // Letters beyond ASCII stay letters; control characters are escaped.
    if (!out || X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_ONELINE & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB)) < 0)
        return {};
    return written(out.get());
}

std::int64_t seconds_of(const ASN1_TIME* time) {
    std::tm parts{};
    return ASN1_TIME_to_tm(time, &parts) == 1 ? static_cast<std::int64_t>(::timegm(&parts)) : 0;
}

std::string kind_of(const EVP_PKEY* key) {
    if (key == nullptr) return "unknown";
    char group[64] = "";
    if (EVP_PKEY_is_a(key, "EC") == 1) {
        (void)EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, nullptr);
        return std::string(group) == "prime256v1" ? "P-256" : std::string("EC ") + group;
    }
    const char* type = EVP_PKEY_get0_type_name(key);
    return std::string(type != nullptr ? type : "unknown") + ' ' + std::to_string(EVP_PKEY_get_bits(key));
}

}  // namespace

void Release::operator()(x509_st* certificate) const noexcept { X509_free(certificate); }
void Release::operator()(evp_pkey_st* key) const noexcept { EVP_PKEY_free(key); }

Chain parse_chain(const std::string& pem, const std::string& where) {
    const Bio in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    Chain chain;
    while (X509* next = in ? PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr) : nullptr) chain.emplace_back(next);
    const bool is_at_end = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    ERR_clear_error();
    if (chain.empty() || !is_at_end)
        throw Error(Fault::storage, where, "is not a list of certificates (PEM)",
                    "put the file back from a backup, or make another seal with `ugoda seal new`");
    return chain;
}

std::string to_pem(const Chain& chain) {
    const Bio out(BIO_new(BIO_s_mem()));
    for (const Certificate& certificate : chain)
        if (!out || PEM_write_bio_X509(out.get(), certificate.get()) != 1)
            throw Error(Fault::internal, "seal", openssl_complaint(), "report this");
    return written(out.get());
}

PrivateKey parse_key(const std::string& pem) {
    const Bio in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const auto no_passphrase = [](char*, int, int, void*) { return -1; };
    PrivateKey key(in ? PEM_read_bio_PrivateKey(in.get(), nullptr, no_passphrase, nullptr) : nullptr);
    ERR_clear_error();
    return key;
}

std::string to_pem(const PrivateKey& key) {
    const Bio out(BIO_new(BIO_s_secmem()));
    if (!out || PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        throw Error(Fault::internal, "seal", openssl_complaint(), "report this");
    return written(out.get());
}

CertificateFacts facts_of(x509_st& certificate) {
    return {to_hex(sha256(der_of(certificate))),
            text_of(X509_get_subject_name(&certificate)),
            text_of(X509_get_issuer_name(&certificate)),
            kind_of(X509_get0_pubkey(&certificate)),
            seconds_of(X509_get0_notBefore(&certificate)),
            seconds_of(X509_get0_notAfter(&certificate)),
            is_issued_by(certificate, certificate)};
}

std::string der_of(x509_st& certificate) {
    unsigned char* der = nullptr;
    const int length = i2d_X509(&certificate, &der);
    const auto release = [](unsigned char* bytes) { OPENSSL_free(bytes); };
    const std::unique_ptr<unsigned char, decltype(release)> owned(der, release);
    if (length <= 0) throw Error(Fault::internal, "certificate", openssl_complaint(), "report this");
    return {reinterpret_cast<const char*>(der), static_cast<std::size_t>(length)};
}

bool fits(const evp_pkey_st& key, x509_st& certificate) {
    const EVP_PKEY* other = X509_get0_pubkey(&certificate);
    const bool does = other != nullptr && EVP_PKEY_eq(other, &key) == 1;
    ERR_clear_error();
    return does;
}

bool is_issued_by(x509_st& certificate, x509_st& by) {
    EVP_PKEY* key = X509_get0_pubkey(&by);
    const bool is = X509_NAME_cmp(X509_get_issuer_name(&certificate), X509_get_subject_name(&by)) == 0 && key != nullptr &&
                    X509_verify(&certificate, key) == 1;
    ERR_clear_error();
    return is;
}

std::string openssl_complaint() {
    char text[256] = "";
    ERR_error_string_n(ERR_peek_last_error(), text, sizeof text);
    ERR_clear_error();
    return std::string("OpenSSL refused (") + text + ")";
}

std::vector<CertificateFacts> read_certificates(const std::string& pem, const std::string& where) {
    std::vector<CertificateFacts> facts;
    for (const Certificate& certificate : parse_chain(pem, where)) facts.push_back(facts_of(*certificate));
    return facts;
}

}  // namespace ugoda
