// Signs with the salon's seal: a CMS signature (RFC 5652) as PAdES B-B wants it (ETSI EN 319 142-1
// §6): detached, signing-certificate-v2, no signing-time. With a timestamp over it, B-T.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "seal/certificate.h"
#include "seal/seal_pem.h"

namespace ugoda {

/// Given the bytes of a signature value, an RFC 3161 token over them (DER), or nothing when there is
/// none to be had. At most `largest_token` bytes; called from any thread.
using Timestamper = std::function<std::string(std::string_view signature)>;
constexpr std::size_t largest_token = 12u << 10;

class Seal {
  public:
    /// Throws Error(Fault::storage) at `where` when it is no seal, or its parts do not fit.
    Seal(const SealPem& pem, const std::string& where);
    ~Seal();
    Seal(Seal&&) noexcept;

    [[nodiscard]] const CertificateFacts& certificate() const;
    /// As many bytes as a signature may need.
    [[nodiscard]] std::size_t room(bool has_timestamp) const;
    /// DER. Another one each time: a signature on P-256 has a random part.
    [[nodiscard]] std::string sign(std::string_view data, const Timestamper& timestamper = {}) const;

  private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

}  // namespace ugoda
