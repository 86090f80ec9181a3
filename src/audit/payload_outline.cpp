#include "audit/payload_outline.h"

#include <algorithm>
#include <charconv>

#include "base/base64.h"
#include "base/canonical_json.h"

namespace ugoda {

namespace {

constexpr std::uint64_t counts_end = std::uint64_t{1} << 53;

/// A count as canonical JSON has it; nothing for other numbers and other things.
std::optional<std::uint64_t> count_in(std::string_view value) {
    std::uint64_t count = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), count);
    if (failed != std::errc() || end != value.data() + value.size() || count >= counts_end)
        return std::nullopt;
    return count;
}

std::optional<ObjectRef> read_object(CanonicalReader& in) {
    if (!in.skip("{\"bytes\":")) return std::nullopt;
    const auto bytes = in.value();
    if (!in.skip(",\"role\":")) return std::nullopt;
    const auto role = in.value();
    if (!in.skip(",\"sha256\":")) return std::nullopt;
    const auto name = in.value();
    if (!bytes || !role || !name || name->size() < 2 || !in.skip("}")) return std::nullopt;
    const auto count = count_in(*bytes);
    auto text = text_of(*role);
    const auto digest = name->starts_with('"') ? digest_from_hex(name->substr(1, name->size() - 2))
                                               : std::nullopt;
    if (!count || !text || !digest) return std::nullopt;
    return ObjectRef{*digest, *count, std::move(*text)};
}

bool read_objects(CanonicalReader& in, std::vector<ObjectRef>& objects) {
    if (in.skip("]")) return true;
    objects.reserve(4);  // as many as most have
    do {
        auto object = read_object(in);
        if (!object) return false;
        objects.push_back(std::move(*object));
    } while (in.skip(","));
    return in.skip("]");
}

/// 32 bytes in base64 (RFC 4648 §4) are 43 letters, the last with two bits to spare, which are
/// zero, and a sign.
bool is_salt(std::string_view base64) {
    constexpr std::string_view with_zeros = "AEIMQUYcgkosw048";
    return base64.size() == 44 && base64.back() == '=' &&
           with_zeros.find(base64[42]) != std::string_view::npos &&
           std::all_of(base64.begin(), base64.begin() + 42, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '+' || c == '/';
           });
}

}  // namespace

std::string PayloadOutline::text(std::string_view name) const {
    return text_of(member_of(content, name)).value_or(std::string());
}

std::optional<PayloadOutline> outline_payload(std::string_view bytes) {
    constexpr JsonLimits whole, inside{whole.bytes, whole.depth - 1};
    if (bytes.size() > whole.bytes) return std::nullopt;
    CanonicalReader in(bytes, inside);
    if (!in.skip("{\"content\":")) return std::nullopt;
    const auto content = in.value();
    if (!content || !content->starts_with('{') || !in.skip(",\"objects\":[")) return std::nullopt;
    PayloadOutline outline{*content, {}, {}};
    if (!read_objects(in, outline.objects) || !in.skip(",\"salt\":")) return std::nullopt;
    const auto salt = in.value();
    if (!salt || salt->size() < 2 || !in.skip(",\"v\":1}") || !in.is_at_end()) return std::nullopt;
    outline.salt = salt->substr(1, salt->size() - 2);
    if (!salt->starts_with('"') || !is_salt(outline.salt)) return std::nullopt;
    return outline;
}

}  // namespace ugoda
