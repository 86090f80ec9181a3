#include "audit/checkpoint.h"

#include <algorithm>
#include <charconv>

#include "audit/ed25519.h"
#include "audit/signed_note.h"
#include "base/base64.h"

namespace ugoda {

namespace {

constexpr char ed25519_type = 0x01;

/// The line up to the next newline, which is taken off `rest` with it; nothing without one.
std::optional<std::string_view> take_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

std::optional<Checkpoint> parse_text(std::string_view text) {
    std::string_view rest = text;
    const auto origin = take_line(rest), size = take_line(rest), root = take_line(rest);
    if (!origin || !size || !root || origin->empty()) return std::nullopt;
    Checkpoint checkpoint{std::string(*origin), 0, {}};
    std::from_chars(size->data(), size->data() + size->size(), checkpoint.size);
    const auto hash = from_base64(*root);
    if (!hash || hash->size() != checkpoint.root.size()) return std::nullopt;
    std::copy(hash->begin(), hash->end(), checkpoint.root.begin());
    // Other spellings of the number and extension lines end here.
    return to_text(checkpoint) == text ? std::optional(checkpoint) : std::nullopt;
}

}  // namespace

std::string to_text(const Checkpoint& checkpoint) {
    return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
           to_base64(bytes_of(checkpoint.root)) + "\n";
}

std::string verifier_key(const std::string& name, std::string_view public_bytes) {
    return name + "+" + to_hex(std::string_view(key_id(name, public_bytes))) + "+" +
           to_base64(ed25519_type + std::string(public_bytes));
}

std::optional<VerifierKey> parse_verifier_key(std::string_view text) {
    const auto first = text.find('+');
    if (first == std::string_view::npos || text.size() < first + 10 || text[first + 9] != '+')
        return std::nullopt;
    const std::string name(text.substr(0, first));
    const auto key = from_base64(text.substr(first + 10));
    if (!is_key_name(name) || !key || key->size() != 33 || key->front() != ed25519_type)
        return std::nullopt;
    const std::string public_bytes = key->substr(1);
    if (verifier_key(name, public_bytes) != text) return std::nullopt;
    return VerifierKey{name, key_id(name, public_bytes), public_bytes};
}

std::string fingerprint(std::string_view public_bytes) {
    const std::string hex = to_hex(sha256(public_bytes)).substr(0, 32);
    std::string groups;
    for (std::size_t i = 0; i < hex.size(); i += 4) {
        if (i > 0) groups += ' ';
        groups += hex.substr(i, 4);
    }
    return groups;
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
    const std::string text = to_text(checkpoint);
    return text + "\n" +
           signature_line(
               {checkpoint.origin, key_id(checkpoint.origin, key.public_bytes()), key.sign(text)});
}

std::optional<Checkpoint> parse_checkpoint(std::string_view note) {
    const auto parsed = parse_signed_note(note);
    return parsed ? parse_text(parsed->text) : std::nullopt;
}

bool is_signed_by(std::string_view note, const VerifierKey& key) {
    const auto parsed = parse_signed_note(note);
    if (!parsed) return false;
    bool found = false;
    for (const NoteSignature& line : parsed->signatures) {
        if (line.name != key.name || line.id != key.id) continue;
        // signed-note: one bad signature of a known key spoils the note.
        if (!is_good_signature(line.signature, parsed->text, key.public_bytes)) return false;
        found = true;
    }
    return found;
}

}  // namespace ugoda
