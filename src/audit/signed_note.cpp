#include "audit/signed_note.h"

#include <algorithm>

#include "base/base64.h"
#include "base/digest.h"
#include "base/text.h"

namespace ugoda {

namespace {

constexpr std::string_view mark = "\u2014 ";  // em dash, space
constexpr std::size_t id_bytes = 4;

bool is_note_text(std::string_view text) {
    return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x20 && c != '\n';
           });
}

std::optional<NoteSignature> parse_line(std::string_view line) {
    if (!line.starts_with(mark)) return std::nullopt;
    line.remove_prefix(mark.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) return std::nullopt;
    const auto bytes = from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= id_bytes) return std::nullopt;
    return NoteSignature{std::string(line.substr(0, space)), bytes->substr(0, id_bytes),
                         bytes->substr(id_bytes)};
}

}  // namespace

std::optional<SignedNote> parse_signed_note(std::string_view note) {
    const auto blank = note.rfind("\n\n");
    if (blank == std::string_view::npos || !is_note_text(note)) return std::nullopt;
    SignedNote parsed{std::string(note.substr(0, blank + 1)), {}};
    for (std::string_view rest = note.substr(blank + 2); !rest.empty();) {
        const auto end = rest.find('\n');
        const auto signature = parse_line(rest.substr(0, end));
        if (end == std::string_view::npos || !signature) return std::nullopt;
        parsed.signatures.push_back(*signature);
        rest.remove_prefix(end + 1);
    }
    if (parsed.signatures.empty()) return std::nullopt;
    return parsed;
}

std::string signature_line(const NoteSignature& signature) {
    return std::string(mark) + signature.name + " " +
           to_base64(signature.id + signature.signature) + "\n";
}

std::string key_id(std::string_view name, std::string_view public_bytes) {
    Sha256 hash;
    hash.update(name);
    hash.update("\n\x01");
    hash.update(public_bytes);
    return std::string(bytes_of(hash.finish()).substr(0, id_bytes));
}

bool is_key_name(std::string_view name) {
    if (name.empty() || !is_utf8(name)) return false;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = next_code_point(name, at);
        if (c <= U' ' || c == U'+' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x3000 ||
            c == 0x1680 || c == 0x202F || c == 0x205F || is_steering(c))
            return false;
    }
    return true;
}

}  // namespace ugoda
