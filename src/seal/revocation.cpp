#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "seal/trusted_chain.h"
#include "seal/timestamp.h"

namespace ugoda {

namespace {

using List = Handle<X509_CRL, X509_CRL_free>;

List parsed(std::string_view bytes) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    List list(d2i_X509_CRL(nullptr, &at, static_cast<long>(bytes.size())));
    if (!list) {
        const Handle<BIO, BIO_free_all> in(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
        list.reset(PEM_read_bio_X509_CRL(in.get(), nullptr, nullptr, nullptr));
    }
    ERR_clear_error();
    return list;
}

bool is_by(X509_CRL* list, X509* issuer) {
    const bool is_signed = X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_subject_name(issuer)) == 0 &&
                           X509_CRL_verify(list, X509_get0_pubkey(issuer)) == 1;
    ERR_clear_error();
    return is_signed;
}

}  // namespace

Revocation revocation_by(std::string_view crl, const std::string& chain, Instant time) {
    const std::vector<HeldCertificate> certificates = certificates_in(chain);
    const List list = parsed(crl);
    if (certificates.empty() || !list) return Revocation::unknown;
    // A trusted certificate may itself be the authority's: then it is its own issuer.
    if (!is_by(list.get(), certificates[certificates.size() > 1 ? 1 : 0].get())) return Revocation::unknown;
    X509_REVOKED* entry = nullptr;
    if (X509_CRL_get0_by_cert(list.get(), &entry, certificates.front().get()) != 1) return Revocation::good;
    return instant_of(X509_REVOKED_get0_revocationDate(entry)).seconds <= time.seconds ? Revocation::revoked
                                                                                       : Revocation::good;
}

}  // namespace ugoda
