// Trusted time as values (RFC 3161): a request, what an authority replied to it, and whether that
// still holds later. OpenSSL checks. No network here: that is authority.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/digest.h"

namespace ugoda {

/// As authorities and their lists of revoked certificates are read, at most.
constexpr std::size_t largest_reply = 1u << 20;

struct TimestampRequest {
    std::string der;
    Digest imprint{};  ///< SHA-256 of what is to be dated
};

/// Asks for the authority's certificate as well. `nonce`: 8 random bytes.
[[nodiscard]] TimestampRequest request_timestamp(const Digest& imprint, std::string_view nonce);

/// What a reply that was found good says.
struct Timestamp {
    Instant time;             ///< the authority's, in UTC
    std::string authority;    ///< what its certificate calls it
    Instant authority_until;  ///< when that certificate, or one above it, ends
    std::string token;        ///< the TimeStampToken by itself, DER
    std::string chain;        ///< PEM, from the authority's certificate to the trusted one
    std::vector<std::string> crl_urls;  ///< where its certificate says that revoked ones are listed
};

/// `reply` is a whole TimeStampResp in DER: granted, with this request's imprint and nonce, signed by
/// a certificate for nothing but timestamps which, at the token's own time, led to one of `trusted`
/// (PEM; empty: those that the system trusts). Throws Error(Fault::storage) at `where` otherwise.
[[nodiscard]] Timestamp read_timestamp(std::string_view reply, const TimestampRequest& request,
                                       const std::string& trusted, const std::string& where);

/// The same for a reply that was kept, whose nonce nobody knows any more. Throws
/// Error(Fault::integrity) at `where`.
[[nodiscard]] Timestamp check_timestamp(std::string_view reply, const Digest& imprint,
                                        const std::string& trusted, const std::string& where);

/// A token by itself (DER, as in a seal) as the reply it once stood in, for check_timestamp. Throws
/// Error(Fault::integrity) at `where` when it is none.
[[nodiscard]] std::string reply_with(std::string_view token, const std::string& where);

/// Throws Error(Fault::input) at `where` unless `pem` is certificates and nothing but text beside them.
void require_certificates(const std::string& pem, const std::string& where);

enum class Revocation { unknown, good, revoked };

/// What `crl` (DER or PEM) says of the first certificate of `chain` at `time`; unknown when it is no
/// list that the certificate's issuer signed.
[[nodiscard]] Revocation revocation_by(std::string_view crl, const std::string& chain, Instant time);

}  // namespace ugoda
