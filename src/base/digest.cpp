#include "base/digest.h"

#include <openssl/evp.h>

#include "base/error.h"
#include "base/handle.h"

namespace ugoda {

namespace {

void check(int result) {
    if (result != 1) throw Error(Fault::internal, "SHA-256", "OpenSSL refused to hash", "report this");
}

void begin(EVP_MD_CTX* context) {
    // Fetched once: looking the algorithm up costs more than hashing 65 bytes.
    static const Handle<EVP_MD, EVP_MD_free> algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    check(EVP_DigestInit_ex2(context, algorithm.get(), nullptr));
}

/// Of the digits 0 to 9 and a to f their value, of all else 255.
constexpr std::array<std::uint8_t, 256> digits_of_hex = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(255);
    for (std::uint8_t i = 0; i < 16; ++i)
        values[static_cast<unsigned char>("0123456789abcdef"[i])] = i;
    return values;
}();

}  // namespace

struct Sha256::Context {
    Handle<EVP_MD_CTX, EVP_MD_CTX_free> md{EVP_MD_CTX_new()};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { begin(context_->md.get()); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
    check(EVP_DigestUpdate(context_->md.get(), bytes.data(), bytes.size()));
}

Digest Sha256::finish() {
    Digest digest{};
    unsigned length = 0;
    check(EVP_DigestFinal_ex(context_->md.get(), digest.data(), &length));
    return digest;
}

Digest sha256(std::string_view bytes) {
    // Kept by the thread: a tree is millions of hashes of 65 bytes.
    thread_local const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context{EVP_MD_CTX_new()};
    begin(context.get());
    check(EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()));
    Digest digest{};
    check(EVP_DigestFinal_ex(context.get(), digest.data(), nullptr));
    return digest;
}

std::string to_hex(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex(bytes.size() * 2, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        hex[2 * i] = digits[byte >> 4];
        hex[2 * i + 1] = digits[byte & 15];
    }
    return hex;
}

std::string to_hex(const Digest& digest) { return to_hex(bytes_of(digest)); }

std::optional<Digest> digest_from_hex(std::string_view hex) {
    Digest digest{};
    if (hex.size() != digest.size() * 2) return std::nullopt;
    unsigned seen = 0;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const unsigned high = digits_of_hex[static_cast<unsigned char>(hex[2 * i])];
        const unsigned low = digits_of_hex[static_cast<unsigned char>(hex[2 * i + 1])];
        seen |= high | low;
        digest[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return seen < 16 ? std::optional(digest) : std::nullopt;
}

std::string_view bytes_of(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace ugoda
