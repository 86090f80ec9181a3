#include "seal/trusted_chain.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

#include "base/text.h"

namespace ugoda {

namespace {

using Buffer = Handle<BIO, BIO_free_all>;
using StoreContext = Handle<X509_STORE_CTX, X509_STORE_CTX_free>;

std::string entry_of(X509_NAME* name, int nid) {
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0) return "";
    unsigned char* utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (length < 0) return "";
    std::string text(reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(length));
    OPENSSL_free(utf8);
    return text;
}

std::string all_of(BIO* buffer) {
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(buffer, &bytes);
    return size > 0 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

}  // namespace

std::vector<HeldCertificate> certificates_in(const std::string& pem) {
    const Buffer in(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    std::vector<HeldCertificate> found;
    while (X509* next = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)) found.emplace_back(next);
    const bool is_end = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    ERR_clear_error();
    if (!is_end) found.clear();
    return found;
}

std::string to_pem(X509* certificate) {
    const Buffer out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), certificate);
    return all_of(out.get());
}

CertificateStore store_at(Instant moment, const std::string& trusted) {
    CertificateStore store(X509_STORE_new());
    if (trusted.empty()) X509_STORE_set_default_paths(store.get());
    for (const HeldCertificate& each : certificates_in(trusted)) X509_STORE_add_cert(store.get(), each.get());
    X509_STORE_set_purpose(store.get(), X509_PURPOSE_TIMESTAMP_SIGN);
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), static_cast<std::time_t>(moment.seconds));
    return store;
}

TrustedChain chain_of(X509* signer, STACK_OF(X509)* others, X509_STORE* store) {
    const StoreContext context(X509_STORE_CTX_new());
    TrustedChain chain;
    if (X509_STORE_CTX_init(context.get(), store, signer, others) != 1 || X509_verify_cert(context.get()) != 1) {
        ERR_clear_error();
        return chain;
    }
    STACK_OF(X509)* const found = X509_STORE_CTX_get0_chain(context.get());
    for (int i = 0; i < sk_X509_num(found); ++i) {
        X509* const each = sk_X509_value(found, i);
        const Instant until = instant_of(X509_get0_notAfter(each));
        if (i == 0 || until.seconds < chain.until.seconds) chain.until = until;
        chain.pem += to_pem(each);
    }
    return chain;
}

std::string called(X509* certificate) {
    X509_NAME* const name = X509_get_subject_name(certificate);
    std::string text = entry_of(name, NID_commonName);
    if (text.empty()) text = entry_of(name, NID_organizationName);
    if (text.empty()) {
        const Buffer out(BIO_new(BIO_s_mem()));
        X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
        text = all_of(out.get());
    }
    return shortened(one_line(text), 200);
}

std::vector<std::string> crl_urls_of(X509* certificate) {
    const Handle<CRL_DIST_POINTS, CRL_DIST_POINTS_free> points(static_cast<CRL_DIST_POINTS*>(
        X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    std::vector<std::string> urls;
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT_NAME* const place = sk_DIST_POINT_value(points.get(), i)->distpoint;
        if (place == nullptr || place->type != 0) continue;
        for (int j = 0; j < sk_GENERAL_NAME_num(place->name.fullname); ++j) {
            int type = 0;
            const auto* const value = static_cast<const ASN1_STRING*>(
                GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(place->name.fullname, j), &type));
            if (type != GEN_URI) continue;
            std::string url(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                            static_cast<std::size_t>(ASN1_STRING_length(value)));
            if (url.starts_with("http://")) urls.push_back(std::move(url));
        }
    }
    return urls;
}

Instant instant_of(const ASN1_STRING* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
    return {static_cast<std::int64_t>(timegm(&parts)), 0};
}

}  // namespace ugoda
