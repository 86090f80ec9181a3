// Chains of certificates up to one that is trusted, for timestamps. Included behind the door to OpenSSL only.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/handle.h"

extern "C" {
struct x509_st;
struct stack_st_X509;
struct x509_store_st;
struct asn1_string_st;
void X509_free(x509_st*);
void X509_STORE_free(x509_store_st*);
}

namespace ugoda {

using HeldCertificate = Handle<x509_st, X509_free>;
using CertificateStore = Handle<x509_store_st, X509_STORE_free>;

/// Empty when one of them cannot be read.
[[nodiscard]] std::vector<HeldCertificate> certificates_in(const std::string& pem);
[[nodiscard]] std::string to_pem(x509_st* certificate);

/// To check chains at `moment` with, for timestamps; `trusted` as in timestamp.h.
[[nodiscard]] CertificateStore store_at(Instant moment, const std::string& trusted);

/// The chain from `signer` through `others` (may be null) to the store's, PEM; empty: there is none.
struct TrustedChain {
    std::string pem;
    Instant until;  ///< the first end of one of them
};
[[nodiscard]] TrustedChain chain_of(x509_st* signer, stack_st_X509* others, x509_store_st* store);

/// Common name, else organisation, else the whole subject; one line of at most 200 bytes.
[[nodiscard]] std::string called(x509_st* certificate);

/// http addresses only.
[[nodiscard]] std::vector<std::string> crl_urls_of(x509_st* certificate);

/// Nothing is 0.
[[nodiscard]] Instant instant_of(const asn1_string_st* time);

}  // namespace ugoda
