#include "seal/cms_shape.h"

#include <algorithm>
#include <array>
#include <string>

#include "seal/der.h"

namespace ugoda {

namespace {

using namespace std::string_view_literals;

constexpr unsigned char sequence = 0x30, set = 0x31, integer = 0x02, octets = 0x04, first = 0xA0, second = 0xA1;
constexpr std::string_view signed_data = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"sv, data = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"sv,
                           version_1 = "\x01"sv;
/// SHA-256, SHA-384 and SHA-512, with and without the empty parameter.
constexpr std::array digests{"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01"sv, "\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x02"sv,
                             "\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03"sv};
constexpr std::string_view no_parameter = "\x05\x00"sv;

/// Takes parts off, one after the other; after one that is not as asked, none.
class Parts {
  public:
    explicit Parts(std::string_view bytes) : rest_(bytes) {}

    DerPart take(unsigned char tag) {
        const auto part = is_good_ ? take_der(rest_) : std::nullopt;
        is_good_ = part && part->tag == tag;
        return is_good_ ? *part : DerPart{};
    }
    DerPart take_if_there(unsigned char tag) { return !rest_.empty() && static_cast<unsigned char>(rest_[0]) == tag ? take(tag) : DerPart{}; }
    /// Everything was taken, and was as asked.
    [[nodiscard]] bool is_done() const { return is_good_ && rest_.empty(); }
    [[nodiscard]] std::string_view rest() const { return rest_; }

  private:
    std::string_view rest_;
    bool is_good_ = true;
};

bool is_digest(std::string_view algorithm) {
    return std::any_of(digests.begin(), digests.end(), [&](std::string_view one) {
        return algorithm == one || algorithm == std::string(one) + std::string(no_parameter);
    });
}

bool is_signer(std::string_view content, std::string_view named, std::string_view digest) {
    Parts parts(content);
    const bool is_version_1 = parts.take(integer).content == version_1;
    const bool is_named = parts.take(sequence).content == named;
    const DerPart algorithm = parts.take(sequence);
    const bool is_same_digest = algorithm.whole == digest && is_digest(algorithm.content);
    const bool has_attributes = !parts.take(first).content.empty();
    (void)parts.take(sequence);
    (void)parts.take(octets);
    (void)parts.take_if_there(second);
    return is_version_1 && is_named && is_same_digest && has_attributes && parts.is_done();
}

bool is_signed_data(std::string_view content, std::string_view named) {
    Parts parts(content);
    const bool is_version_1 = parts.take(integer).content == version_1;
    const std::string_view digest = parts.take(set).content;
    const bool is_detached = parts.take(sequence).content == data;
    const bool has_certificates = !parts.take(first).content.empty();
    Parts signers(parts.take(set).content);
    const bool is_signed = is_signer(signers.take(sequence).content, named, digest);
    return is_version_1 && is_detached && has_certificates && parts.is_done() && is_signed && signers.is_done();
}

}  // namespace

bool has_shape_of_a_seal(std::string_view der, std::string_view named) {
    Parts outer(der);
    Parts parts(outer.take(sequence).content);
    const bool is_of_its_type = parts.rest().starts_with(signed_data) && parts.take(0x06).content.size() == 9;
    Parts inner(parts.take(first).content);
    const bool is_good = is_signed_data(inner.take(sequence).content, named);
    return is_of_its_type && is_good && inner.is_done() && parts.is_done() && outer.is_done();
}

}  // namespace ugoda
