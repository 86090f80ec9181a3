#include "seal/seal.h"

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pkcs7.h>

#include "base/error.h"
#include "base/handle.h"
#include "seal/x509.h"

namespace ugoda {

namespace {

using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
using Bio = Handle<BIO, BIO_free_all>;
// Of lists whose elements are somebody else's.
void release_attributes(STACK_OF(X509_ATTRIBUTE) * list) { sk_X509_ATTRIBUTE_free(list); }
void release_certificates(STACK_OF(X509) * list) { sk_X509_free(list); }

void check(bool is_done) {
    if (!is_done) throw Error(Fault::internal, "seal", openssl_complaint(), "report this");
}

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

/// What OpenSSL wrote and hands over.
std::string taken(unsigned char* der, int length) {
    const auto release = [](unsigned char* bytes) { OPENSSL_free(bytes); };
    const std::unique_ptr<unsigned char, decltype(release)> owned(der, release);
    check(length > 0);
    return {reinterpret_cast<const char*>(der), static_cast<std::size_t>(length)};
}

/// The bytes that a signature is over: the attributes as SET OF in DER (RFC 5652 §5.4).
std::string signed_bytes(const CMS_SignerInfo* signer) {
    const Handle<STACK_OF(X509_ATTRIBUTE), release_attributes> list(sk_X509_ATTRIBUTE_new_null());
    check(list != nullptr);
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        check(sk_X509_ATTRIBUTE_push(list.get(), CMS_signed_get_attr(signer, i)) > 0);
    unsigned char* der = nullptr;
    const int length = ASN1_item_i2d(reinterpret_cast<const ASN1_VALUE*>(list.get()), &der, ASN1_ITEM_rptr(PKCS7_ATTR_SIGN));
    return taken(der, length);
}

/// OpenSSL always adds the time of signing, which a PAdES signature has in the PDF (/M) and not here.
void sign_without_time(CMS_SignerInfo* signer, EVP_PKEY* key) {
    const Handle<X509_ATTRIBUTE, X509_ATTRIBUTE_free> time(
        CMS_signed_delete_attr(signer, CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1)));
    const std::string data = signed_bytes(signer);
    const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    std::size_t length = 0;
    check(context && EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
          EVP_DigestSign(context.get(), nullptr, &length, raw(data), data.size()) == 1);
    std::string value(length, '\0');
    check(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &length, raw(data), data.size()) == 1 &&
          ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), value.data(), static_cast<int>(length)) == 1);
}

void add_timestamp(CMS_SignerInfo* signer, const Timestamper& timestamper) {
    const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(signer);
    const std::string token = timestamper({reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                                           static_cast<std::size_t>(ASN1_STRING_length(value))});
    if (token.empty()) return;
    check(token.size() <= largest_token &&
          CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.data(),
                                        static_cast<int>(token.size())) == 1);
}

}  // namespace

struct Seal::Parts {
    PrivateKey key;
    Chain chain;
    CertificateFacts facts;
    std::size_t size = 0;  ///< of all certificates and, twice, what a signature repeats of the first
};

Seal::Seal(const SealPem& pem, const std::string& where) {
    Parts parts{parse_key(pem.key), parse_chain(pem.certificates, where), {}, 0};
    if (!parts.key || !fits(*parts.key, *parts.chain.front()))
        throw Error(Fault::storage, where, "has no key that fits the seal's certificate",
                    "put the file back from a backup, or make another seal with `ugoda seal new`");
    parts.facts = facts_of(*parts.chain.front());
    parts.size = 2 * der_of(*parts.chain.front()).size();
    for (const Certificate& certificate : parts.chain) parts.size += der_of(*certificate).size();
    parts_ = std::make_unique<const Parts>(std::move(parts));
}

Seal::~Seal() = default;
Seal::Seal(Seal&&) noexcept = default;

const CertificateFacts& Seal::certificate() const { return parts_->facts; }

std::size_t Seal::room(bool has_timestamp) const {
    constexpr std::size_t other_parts = 2048;  // of fixed length, and a signature of up to 8192 bits
    return parts_->size + other_parts + (has_timestamp ? largest_token : 0);
}

std::string Seal::sign(std::string_view data, const Timestamper& timestamper) const {
    constexpr unsigned how = CMS_BINARY | CMS_DETACHED | CMS_PARTIAL | CMS_CADES | CMS_NOSMIMECAP;
    const Handle<STACK_OF(X509), release_certificates> issuers(sk_X509_new_null());
    check(issuers != nullptr);
    for (std::size_t i = 1; i < parts_->chain.size(); ++i) check(sk_X509_push(issuers.get(), parts_->chain[i].get()) > 0);
    const Cms cms(CMS_sign(nullptr, nullptr, issuers.get(), nullptr, how));
    check(cms != nullptr);
    CMS_SignerInfo* signer = CMS_add1_signer(cms.get(), parts_->chain.front().get(), parts_->key.get(), EVP_sha256(), how);
    const Bio in(BIO_new_mem_buf(data.data(), static_cast<int>(data.size())));
    check(signer != nullptr && in && CMS_final(cms.get(), in.get(), nullptr, how) == 1);
    sign_without_time(signer, parts_->key.get());
    if (timestamper) add_timestamp(signer, timestamper);
    unsigned char* der = nullptr;
    const int length = i2d_CMS_ContentInfo(cms.get(), &der);
    return taken(der, length);
}

}  // namespace ugoda
