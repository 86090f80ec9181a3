// C2SP signed-note: a text and who signed it. What the text says is not looked at here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ugoda {

struct NoteSignature {
    std::string name;       ///< of the key
    std::string id;         ///< 4 bytes
    std::string signature;  ///< the bytes behind the id
};

struct SignedNote {
    std::string text;  ///< what is signed, final newline included
    std::vector<NoteSignature> signatures;
};

/// Strict: text, blank line, one or more signature lines, a newline at the end.
[[nodiscard]] std::optional<SignedNote> parse_signed_note(std::string_view note);

/// `— <name> <base64(id ‖ signature)>` and a newline.
[[nodiscard]] std::string signature_line(const NoteSignature& signature);

/// SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), its first 4 bytes.
[[nodiscard]] std::string key_id(std::string_view name, std::string_view public_bytes);

/// Not empty, no space, no plus sign, nothing that steers.
[[nodiscard]] bool is_key_name(std::string_view name);

}  // namespace ugoda
