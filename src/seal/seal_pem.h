// Where a salon's seal comes from: made by the program, or the salon's own, out of a .p12 file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ugoda {

/// As it lies in the vault's keys: a private key (PKCS #8) and its certificate, behind it those of
/// who issued it.
struct SealPem {
    std::string key, certificates;
};

/// A P-256 key and a certificate that says by whom it was made. It is good for thirty years from a
/// day before `now` (seconds since 1970) on, at most to the end of the year 9999.
[[nodiscard]] SealPem make_seal(const std::string& salon, std::int64_t now);

/// Out of a PKCS #12 file. Throws Error(Fault::input) at `where` for a wrong passphrase, when key
/// and certificate do not fit each other, when the certificate is not good at `now` or not for
/// signing, and for a key that is neither RSA of 2048 bits or more nor P-256.
[[nodiscard]] SealPem seal_from_pkcs12(std::string_view file, const std::string& passphrase, std::int64_t now,
                                       const std::string& where);

}  // namespace ugoda
