// C2SP tlog-checkpoint inside a C2SP signed-note: what the log says of itself when it
// leaves the house. Pure functions on bytes; Ed25519 (RFC 8032) by OpenSSL.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.h"

namespace ugoda {

struct Checkpoint {
    std::string origin;      ///< ugoda/abcdef012345
    std::uint64_t size = 0;  ///< events covered
    Digest root{};           ///< RFC 6962 tree hash over them
    bool operator==(const Checkpoint&) const = default;
};

/// The three lines that are signed, final newline included.
[[nodiscard]] std::string to_text(const Checkpoint& checkpoint);

/// An Ed25519 key pair. The private key is PKCS #8 PEM.
class SigningKey {
  public:
    [[nodiscard]] static SigningKey generate();
    /// Throws Error(Fault::storage) at `where` when it is not such a key.
    [[nodiscard]] static SigningKey from_pem(const std::string& pem, const std::string& where);
    [[nodiscard]] const std::string& pem() const { return pem_; }
    [[nodiscard]] const std::string& public_bytes() const { return public_bytes_; }  ///< 32 bytes
    [[nodiscard]] std::string sign(std::string_view message) const;                  ///< 64 bytes

  private:
    SigningKey(std::string pem, std::string public_bytes);
    std::string pem_, public_bytes_;
};

/// C2SP verifier key `<name>+<8 hex key id>+<base64(0x01 ‖ public key)>`.
[[nodiscard]] std::string verifier_key(const std::string& name, std::string_view public_bytes);

struct VerifierKey {
    std::string name, id, public_bytes;  ///< id: 4 bytes
};
[[nodiscard]] std::optional<VerifierKey> parse_verifier_key(std::string_view text);

/// SHA-256 of the public key as 8 groups of 4 hex digits: the first 16 bytes, for eyes.
[[nodiscard]] std::string fingerprint(std::string_view public_bytes);

/// The signed note: text, blank line, one signature line.
[[nodiscard]] std::string sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key);

/// A note that parses as a checkpoint; signatures are not looked at here.
[[nodiscard]] std::optional<Checkpoint> parse_checkpoint(std::string_view note);

/// True when one signature line of `note` is by `key` and good.
[[nodiscard]] bool is_signed_by(std::string_view note, const VerifierKey& key);

}  // namespace ugoda
