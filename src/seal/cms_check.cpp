#include "seal/cms_check.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>

#include "base/handle.h"
#include "seal/cms_shape.h"
#include "seal/seal_token.h"
#include "seal/x509.h"

namespace ugoda {

namespace {

using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;
void release_list(STACK_OF(X509) * list) { sk_X509_free(list); }
using Borrowed = Handle<STACK_OF(X509), release_list>;

std::string_view bytes_of(const ASN1_STRING* text) {
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), static_cast<std::size_t>(ASN1_STRING_length(text))};
}

/// What OpenSSL writes of `object`.
template <typename Object, typename Write>
std::string der_by(const Object* object, Write write) {
    unsigned char* der = nullptr;
    const int length = write(object, &der);
    const auto release = [](unsigned char* bytes) { OPENSSL_free(bytes); };
    const std::unique_ptr<unsigned char, decltype(release)> owned(der, release);
    return length > 0 ? std::string(reinterpret_cast<const char*>(der), static_cast<std::size_t>(length)) : std::string();
}

std::string named(const X509* certificate) {
    return der_by(X509_get_issuer_name(certificate), i2d_X509_NAME) + der_by(X509_get0_serialNumber(certificate), i2d_ASN1_INTEGER);
}

/// The one value of an attribute that is there once, else null.
const void* attribute(const CMS_SignerInfo* signer, int kind, int type) {
    constexpr int only_one = -3;
    return CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(kind), only_one, type);
}

bool has_digest(const CMS_SignerInfo* signer, const X509_ALGOR* algorithm, std::string_view front, std::string_view back) {
    const auto* stated = static_cast<const ASN1_STRING*>(attribute(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING));
    const EVP_MD* kind = EVP_get_digestbyobj(algorithm->algorithm);
    const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    return stated != nullptr && kind != nullptr && context && EVP_DigestInit_ex(context.get(), kind, nullptr) == 1 &&
           EVP_DigestUpdate(context.get(), front.data(), front.size()) == 1 &&
           EVP_DigestUpdate(context.get(), back.data(), back.size()) == 1 && EVP_DigestFinal_ex(context.get(), digest, &length) == 1 &&
           bytes_of(stated) == std::string_view(reinterpret_cast<const char*>(digest), length);
}

/// The algorithm it says it is by is one of its key and digest: OpenSSL does not ask.
bool is_of_key(const X509_ALGOR* algorithm, const X509_ALGOR* digest, const EVP_PKEY* key) {
    const ASN1_OBJECT* object = nullptr;
    int parameter = V_ASN1_UNDEF, of_digest = NID_undef, of_key = NID_undef;
    X509_ALGOR_get0(&object, &parameter, nullptr, algorithm);
    const bool is_rsa = EVP_PKEY_is_a(key, "RSA") == 1, is_curve = EVP_PKEY_is_a(key, "EC") == 1;
    if (parameter != (is_rsa ? V_ASN1_NULL : V_ASN1_UNDEF)) return false;
    if (is_rsa && OBJ_obj2nid(object) == NID_rsaEncryption) return true;
    return OBJ_find_sigid_algs(OBJ_obj2nid(object), &of_digest, &of_key) == 1 && of_digest == OBJ_obj2nid(digest->algorithm) &&
           ((is_rsa && of_key == NID_rsaEncryption) || (is_curve && of_key == NID_X9_62_id_ecPublicKey));
}

bool is_of_data(const CMS_SignerInfo* signer) {
    const auto* type = static_cast<const ASN1_OBJECT*>(attribute(signer, NID_pkcs9_contentType, V_ASN1_OBJECT));
    return type != nullptr && OBJ_obj2nid(type) == NID_pkcs7_data;
}

bool names_certificate(const CMS_SignerInfo* signer, const Chain& chain) {
    const auto* value = static_cast<const ASN1_STRING*>(attribute(signer, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE));
    if (value == nullptr) return false;
    const unsigned char* at = ASN1_STRING_get0_data(value);
    const Handle<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free> list(d2i_ESS_SIGNING_CERT_V2(nullptr, &at, ASN1_STRING_length(value)));
    const Borrowed certificates(sk_X509_new_null());
    for (const Certificate& one : chain)
        if (!certificates || sk_X509_push(certificates.get(), one.get()) <= 0) return false;
    return list && OSSL_ESS_check_signing_certs(nullptr, list.get(), certificates.get(), 1) == 1;
}

Chain certificates_in(CMS_ContentInfo* cms) {
    Chain all;
    const Borrowed list(CMS_get1_certs(cms));
    for (int i = 0; list && i < sk_X509_num(list.get()); ++i) all.emplace_back(sk_X509_value(list.get(), i));
    return all;
}

/// The signer's, then whoever issued each; what is nobody's stays in `all`.
Chain in_order(Chain& all, const X509* signer) {
    Chain chain;
    const auto take = [&](auto is_next) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Certificate& one) { return is_next(*one); });
        if (found == all.end()) return false;
        chain.push_back(std::move(*found));
        all.erase(found);
        return true;
    };
    if (!take([&](X509& one) { return X509_cmp(&one, signer) == 0; })) return chain;
    while (!is_issued_by(*chain.back(), *chain.back()) && take([&](X509& one) { return is_issued_by(*chain.back(), one); })) {
    }
    return chain;
}

std::optional<StampFound> stamp_of(CMS_SignerInfo* signer) {
    const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
    if (at < 0) return std::nullopt;
    X509_ATTRIBUTE* stamp = CMS_unsigned_get_attr(signer, at);
    const ASN1_TYPE* value = X509_ATTRIBUTE_count(stamp) == 1 ? X509_ATTRIBUTE_get0_type(stamp, 0) : nullptr;
    if (value == nullptr || value->type != V_ASN1_SEQUENCE) return StampFound{"", "", "is no timestamp"};
    return check_seal_token(bytes_of(value->value.sequence), bytes_of(CMS_SignerInfo_get0_signature(signer)));
}

CmsFound wrong(CmsFound found, const char* what) {
    found.wrong = what;
    return found;
}

CmsFound checked(CMS_ContentInfo* cms, std::string_view der, std::string_view front, std::string_view back) {
    CmsFound found;
    const auto* signers = CMS_get0_SignerInfos(cms);
    if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1) return wrong(found, "it is not signed by exactly one");
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    (void)CMS_set1_signers_certs(cms, nullptr, 0);
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    X509_ALGOR *digest = nullptr, *algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, &key, &certificate, &digest, &algorithm);
    if (certificate == nullptr || key == nullptr) return wrong(found, "it does not hold the certificate of who signed");
    Chain all = certificates_in(cms);
    constexpr std::size_t most_certificates = 32;
    if (all.size() > most_certificates) return wrong(found, "it holds more certificates than anybody needs");
    const Chain chain = in_order(all, certificate);
    for (const Certificate& one : chain) found.certificates.push_back(facts_of(*one));
    found.stamp = stamp_of(signer);
    if (!has_shape_of_a_seal(der, named(certificate)) || der_by(cms, i2d_CMS_ContentInfo) != der)
        return wrong(found, "it is not written as such a signature has to be");
    if (!all.empty()) return wrong(found, "it holds certificates that are nobody's who signed or issued");
    if (!has_digest(signer, digest, front, back)) return wrong(found, "the file was changed: it is not what was signed");
    if (!is_of_data(signer) || !is_of_key(algorithm, digest, key) || CMS_SignerInfo_verify(signer) != 1)
        return wrong(found, "the signature was not made with the certificate's key");
    if (!names_certificate(signer, chain)) return wrong(found, "it does not say with which certificate it was made (signing-certificate-v2)");
    return found;
}

}  // namespace

CmsFound check_cms(std::string_view der, std::string_view front, std::string_view back) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const Cms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
    CmsFound found;
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        found.wrong = "it is no signature";
    else
        found = checked(cms.get(), der, front, back);
    ERR_clear_error();
    return found;
}

}  // namespace ugoda
