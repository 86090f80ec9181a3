// SHA-256 (FIPS 180-4), the only digest of this program.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ugoda {

using Digest = std::array<std::uint8_t, 32>;

[[nodiscard]] Digest sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(const Digest& digest);
/// Lower-case hexadecimal of any bytes.
[[nodiscard]] std::string to_hex(std::string_view bytes);
/// Nothing unless `hex` is exactly 64 lower-case hexadecimal digits.
[[nodiscard]] std::optional<Digest> digest_from_hex(std::string_view hex);

/// The 32 bytes as a string, for concatenation and storage.
[[nodiscard]] std::string_view bytes_of(const Digest& digest);

/// For unordered containers: any bytes of a digest are as good as a hash of it.
struct DigestHash {
    std::size_t operator()(const Digest& digest) const {
        std::size_t bytes = 0;
        std::memcpy(&bytes, digest.data(), sizeof bytes);
        return bytes;
    }
};

/// Hashes what arrives in pieces. One use: after `finish` it is spent.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::string_view bytes);
    [[nodiscard]] Digest finish();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

}  // namespace ugoda
