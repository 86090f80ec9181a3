// Certificates and keys as OpenSSL holds them. Included in this folder only: OpenSSL's types stay
// behind that door.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "seal/certificate.h"

extern "C" {
struct x509_st;
struct evp_pkey_st;
}

namespace ugoda {

struct Release {
    void operator()(x509_st* certificate) const noexcept;
    void operator()(evp_pkey_st* key) const noexcept;
};
using Certificate = std::unique_ptr<x509_st, Release>;
using PrivateKey = std::unique_ptr<evp_pkey_st, Release>;
/// Of whoever signs first, then of who issued each.
using Chain = std::vector<Certificate>;

/// Throws Error(Fault::storage) at `where` when there is none, or something else among them.
[[nodiscard]] Chain parse_chain(const std::string& pem, const std::string& where);
[[nodiscard]] std::string to_pem(const Chain& chain);

/// Null when it is no private key without a passphrase.
[[nodiscard]] PrivateKey parse_key(const std::string& pem);
/// PKCS #8.
[[nodiscard]] std::string to_pem(const PrivateKey& key);

[[nodiscard]] CertificateFacts facts_of(x509_st& certificate);
[[nodiscard]] std::string der_of(x509_st& certificate);
[[nodiscard]] bool fits(const evp_pkey_st& key, x509_st& certificate);
/// `by` has the name of its issuer, and its signature is by the key of `by`.
[[nodiscard]] bool is_issued_by(x509_st& certificate, x509_st& by);

/// What OpenSSL last complained of, for errors that are ours; its list of complaints is emptied.
[[nodiscard]] std::string openssl_complaint();

}  // namespace ugoda
