#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "base/error.h"
#include "base/handle.h"
#include "seal/seal_pem.h"
#include "seal/x509.h"

namespace ugoda {

namespace {

void release_all(STACK_OF(X509) * list) { sk_X509_pop_free(list, X509_free); }
using List = Handle<STACK_OF(X509), release_all>;
using Library = Handle<OSSL_LIB_CTX, OSSL_LIB_CTX_free>;
void unload(OSSL_PROVIDER* provider) { OSSL_PROVIDER_unload(provider); }
using Provider = Handle<OSSL_PROVIDER, unload>;
using Pkcs12 = Handle<PKCS12, PKCS12_free>;

struct Refusal {
    const std::string& where;
    [[noreturn]] void operator()(const char* what, const char* remedy) const {
        ERR_clear_error();
        throw Error(Fault::input, where, what, remedy);
    }
};

struct Contents {
    PrivateKey key;
    Chain certificates;  ///< in no order
};

Pkcs12 parsed(std::string_view file, OSSL_LIB_CTX* library) {
    const auto* at = reinterpret_cast<const unsigned char*>(file.data());
    PKCS12* into = PKCS12_init_ex(NID_pkcs7_data, library, nullptr);
    PKCS12* read = d2i_PKCS12(&into, &at, static_cast<long>(file.size()));
    return Pkcs12(read);  // on failure `into` is freed by OpenSSL
}

/// Null key: it is not in there.
Contents unlocked(PKCS12* pkcs12, const std::string& passphrase, const Refusal& refuse) {
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const int result = PKCS12_parse(pkcs12, passphrase.c_str(), &key, &certificate, &others);
    Contents contents{PrivateKey(key), {}};
    if (certificate != nullptr) contents.certificates.emplace_back(certificate);
    const List rest(others);
    while (rest && sk_X509_num(rest.get()) > 0) contents.certificates.emplace_back(sk_X509_shift(rest.get()));
    if (result != 1) refuse("is locked in a way that OpenSSL does not know", "export it again, with AES");
    return contents;
}

/// The one that fits the key, then whoever issued it, as far as they are there.
Chain in_order(Contents& contents, const Refusal& refuse) {
    Chain chain;
    const auto take = [&](auto is_next) {
        const auto found = std::find_if(contents.certificates.begin(), contents.certificates.end(),
                                        [&](const Certificate& one) { return one && is_next(*one); });
        if (found == contents.certificates.end()) return false;
        chain.push_back(std::move(*found));
        return true;
    };
    if (!take([&](X509& one) { return fits(*contents.key, one); }))
        refuse("its key does not fit the certificate in it", "export key and certificate together");
    while (!is_issued_by(*chain.back(), *chain.back()) && take([&](X509& one) { return is_issued_by(*chain.back(), one); })) {
    }
    return chain;
}

void require_usable(X509& certificate, std::int64_t now, const Refusal& refuse) {
    const CertificateFacts facts = facts_of(certificate);
    if (now > facts.until) refuse("its certificate has expired", "bring one that is in force");
    if (now < facts.from) refuse("its certificate is not in force yet", "wait, or set the computer's clock");
    const bool is_rsa = facts.key.starts_with("RSA ") && EVP_PKEY_get_bits(X509_get0_pubkey(&certificate)) >= 2048;
    if (!is_rsa && facts.key != "P-256")
        refuse("its key is of a kind that papers are not sealed with", "bring RSA of 2048 bits or more, or P-256");
    constexpr unsigned for_signing = KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION;
    if ((X509_get_key_usage(&certificate) & for_signing) == 0)
        refuse("its certificate is not made for signing", "bring one for signatures or seals");
}

}  // namespace

SealPem seal_from_pkcs12(std::string_view file, const std::string& passphrase, std::int64_t now, const std::string& where) {
    const Refusal refuse{where};
    // Older programs lock such files with ciphers that OpenSSL keeps apart, so it is asked for both,
    // in a context that nothing else uses.
    const Library library(OSSL_LIB_CTX_new());
    const Provider usual(OSSL_PROVIDER_load(library.get(), "default")), old(OSSL_PROVIDER_load(library.get(), "legacy"));
    const Pkcs12 pkcs12 = parsed(file, library.get());
    if (!pkcs12) refuse("is not a PKCS #12 file", "bring the .p12 or .pfx file of the certificate");
    const bool is_open = PKCS12_verify_mac(pkcs12.get(), passphrase.c_str(), -1) == 1 ||
                         (passphrase.empty() && PKCS12_verify_mac(pkcs12.get(), nullptr, 0) == 1);
    if (!is_open)
        passphrase.empty() ? refuse("is locked with a passphrase", "write it into a file and name that with --passphrase-file")
                           : refuse("the passphrase is wrong", "correct the file named with --passphrase-file");
    Contents contents = unlocked(pkcs12.get(), passphrase, refuse);
    if (!contents.key) refuse("has no private key in it", "export the certificate together with its key");
    const Chain chain = in_order(contents, refuse);
    require_usable(*chain.front(), now, refuse);
    return {to_pem(contents.key), to_pem(chain)};
}

}  // namespace ugoda
