#include "support/time_authority.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <stdexcept>

#include "base/handle.h"

namespace ugoda {

namespace {

using Key = Handle<EVP_PKEY, EVP_PKEY_free>;
using Cert = Handle<X509, X509_free>;

void must(bool is_done) {
    if (!is_done) throw std::runtime_error("OpenSSL refused to make a test's authority");
}

void extend(X509* certificate, X509* issuer, int nid, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Handle<X509_EXTENSION, X509_EXTENSION_free> extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

void name(X509_NAME* entry, const std::string& text) {
    must(X509_NAME_add_entry_by_txt(entry, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text.c_str()), -1,
                                    -1, 0) == 1);
}

/// Without extensions and signature.
Cert certificate(const std::string& called, long serial, EVP_PKEY* key, std::int64_t from, std::int64_t until) {
    Cert made(X509_new());
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), serial);
    ASN1_TIME_set(X509_getm_notBefore(made.get()), from);
    ASN1_TIME_set(X509_getm_notAfter(made.get()), until);
    name(X509_get_subject_name(made.get()), called);
    must(X509_set_pubkey(made.get(), key) == 1);
    return made;
}

template <typename Value, typename Write>
std::string der_of(Value* value, Write write) {
    unsigned char* bytes = nullptr;
    const int size = write(value, &bytes);
    must(size > 0);
    std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return der;
}

using Query = Handle<TS_REQ, TS_REQ_free>;

Query query_of(const std::string& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    Query query(d2i_TS_REQ(nullptr, &at, static_cast<long>(der.size())));
    must(query != nullptr);
    return query;
}

constexpr const char* usual_purpose = "critical,timeStamping";

ASN1_INTEGER* next_serial(TS_RESP_CTX*, void*) {
    static long last = 0;
    ASN1_INTEGER* const serial = ASN1_INTEGER_new();
    ASN1_INTEGER_set(serial, ++last);
    return serial;
}

int told_time(TS_RESP_CTX*, void* at, long* seconds, long* parts) {
    *seconds = *static_cast<const long*>(at);
    *parts = 0;
    return 1;
}

}  // namespace

struct TimeAuthority::State {
    Key root_key{EVP_EC_gen("P-256")}, key{EVP_EC_gen("P-256")};
    Cert root, own;
    std::string purpose;
};

TimeAuthority::TimeAuthority(const AuthorityTraits& traits) : state_(std::make_unique<State>()) {
    const std::int64_t now = std::time(nullptr), years = 20 * 366 * 86400LL;
    State& made = *state_;
    made.root = certificate(traits.name + " Root", 1, made.root_key.get(), (traits.from ? traits.from : now) - years,
                            (traits.until ? traits.until : now) + years);
    name(X509_get_issuer_name(made.root.get()), traits.name + " Root");
    extend(made.root.get(), made.root.get(), NID_basic_constraints, "critical,CA:TRUE");
    extend(made.root.get(), made.root.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    must(X509_sign(made.root.get(), made.root_key.get(), EVP_sha256()) > 0);

    made.own = certificate(traits.name, 2, made.key.get(), traits.from ? traits.from : now - 3600,
                           traits.until ? traits.until : now + 3600);
    must(X509_set_issuer_name(made.own.get(), X509_get_subject_name(made.root.get())) == 1);
    extend(made.own.get(), made.root.get(), NID_ext_key_usage, usual_purpose);
    made.purpose = traits.purpose;
    if (!traits.crl_url.empty())
        extend(made.own.get(), made.root.get(), NID_crl_distribution_points, "URI:" + traits.crl_url);
    must(X509_sign(made.own.get(), made.root_key.get(), EVP_sha256()) > 0);
}

TimeAuthority::~TimeAuthority() = default;

std::string TimeAuthority::root() const {
    const Handle<BIO, BIO_free_all> out(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_X509(out.get(), state_->root.get()) == 1);
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

std::string TimeAuthority::reply(const std::string& query, std::int64_t at) const {
    const Handle<TS_RESP_CTX, TS_RESP_CTX_free> context(TS_RESP_CTX_new());
    long time = at ? static_cast<long>(at) : static_cast<long>(std::time(nullptr));
    const Handle<ASN1_OBJECT, ASN1_OBJECT_free> policy(OBJ_txt2obj("1.3.6.1.4.1.99999.1", 1));
    const Cert used(X509_dup(state_->own.get()));
    must(TS_RESP_CTX_set_signer_key(context.get(), state_->key.get()) == 1 &&
         TS_RESP_CTX_set_signer_cert(context.get(), used.get()) == 1 &&
         TS_RESP_CTX_set_def_policy(context.get(), policy.get()) == 1 &&
         TS_RESP_CTX_set_signer_digest(context.get(), EVP_sha256()) == 1 &&
         TS_RESP_CTX_set_ess_cert_id_digest(context.get(), EVP_sha256()) == 1 &&
         TS_RESP_CTX_add_md(context.get(), EVP_sha256()) == 1);
    if (state_->purpose != usual_purpose) {  // OpenSSL takes none but a fitting one, so it is changed after
        X509_EXTENSION_free(X509_delete_ext(used.get(), X509_get_ext_by_NID(used.get(), NID_ext_key_usage, -1)));
        if (!state_->purpose.empty()) extend(used.get(), state_->root.get(), NID_ext_key_usage, state_->purpose);
        must(X509_sign(used.get(), state_->root_key.get(), EVP_sha256()) > 0);
    }
    TS_RESP_CTX_set_serial_cb(context.get(), next_serial, nullptr);
    TS_RESP_CTX_set_time_cb(context.get(), told_time, &time);
    const Handle<BIO, BIO_free_all> in(BIO_new_mem_buf(query.data(), static_cast<int>(query.size())));
    const Handle<TS_RESP, TS_RESP_free> made(TS_RESP_create_response(context.get(), in.get()));
    must(made != nullptr);
    return der_of(made.get(), i2d_TS_RESP);
}

std::string TimeAuthority::refusal() const {
    const Handle<TS_RESP, TS_RESP_free> made(TS_RESP_new());
    const Handle<TS_STATUS_INFO, TS_STATUS_INFO_free> info(TS_STATUS_INFO_new());
    must(TS_STATUS_INFO_set_status(info.get(), TS_STATUS_REJECTION) == 1 &&
         TS_RESP_set_status_info(made.get(), info.get()) == 1);
    return der_of(made.get(), i2d_TS_RESP);
}

std::string TimeAuthority::with_other_imprint(const std::string& query) {
    const Query changed = query_of(query);
    std::string other(32, '\7');
    must(TS_MSG_IMPRINT_set_msg(TS_REQ_get_msg_imprint(changed.get()), reinterpret_cast<unsigned char*>(other.data()),
                                32) == 1);
    return der_of(changed.get(), i2d_TS_REQ);
}

std::string TimeAuthority::with_other_nonce(const std::string& query) {
    const Query changed = query_of(query);
    const Handle<ASN1_INTEGER, ASN1_INTEGER_free> nonce(ASN1_INTEGER_new());
    must(ASN1_INTEGER_set(nonce.get(), 7) == 1 && TS_REQ_set_nonce(changed.get(), nonce.get()) == 1);
    return der_of(changed.get(), i2d_TS_REQ);
}

std::string TimeAuthority::revocation_list(bool is_revoked, std::int64_t since) const {
    const Handle<X509_CRL, X509_CRL_free> list(X509_CRL_new());
    const std::int64_t now = std::time(nullptr);
    const Handle<ASN1_TIME, ASN1_TIME_free> at(ASN1_TIME_set(nullptr, now)), next(ASN1_TIME_set(nullptr, now + 86400)),
        revoked(ASN1_TIME_set(nullptr, since ? since : now - 60));
    must(X509_CRL_set_version(list.get(), 1) == 1 &&
         X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(state_->root.get())) == 1 &&
         X509_CRL_set1_lastUpdate(list.get(), at.get()) == 1 && X509_CRL_set1_nextUpdate(list.get(), next.get()) == 1);
    if (is_revoked) {
        X509_REVOKED* const entry = X509_REVOKED_new();
        must(X509_REVOKED_set_serialNumber(entry, X509_get_serialNumber(state_->own.get())) == 1 &&
             X509_REVOKED_set_revocationDate(entry, revoked.get()) == 1 && X509_CRL_add0_revoked(list.get(), entry) == 1);
    }
    must(X509_CRL_sign(list.get(), state_->root_key.get(), EVP_sha256()) > 0);
    return der_of(list.get(), i2d_X509_CRL);
}

}  // namespace ugoda
