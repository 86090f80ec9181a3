// A checkpoint and a key as somebody typed or scanned them from paper.
#include "audit/checkpoint.h"
#include "audit/signed_note.h"
#include "audit/typed_note.h"
#include "fuzz/contract.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ugoda;
    const std::string_view text = fuzz::text_of(data, size);
    static const VerifierKey key{"ugoda/000000000000", std::string(4, '\0'), std::string(32, '\1')};
    fuzz::must_end_well([&] {
        const std::string note = as_note(text);
        if (const auto checkpoint = parse_checkpoint(note)) {
            const auto signed_note = parse_signed_note(note);
            fuzz::must(signed_note && to_text(*checkpoint) == signed_note->text);
            fuzz::must(as_note(note) == note);
        }
        // Nobody has the key of these public bytes.
        fuzz::must(!is_signed_by(note, key));
        if (const auto parsed = parse_verifier_key(text))
            fuzz::must(verifier_key(parsed->name, parsed->public_bytes) == text);
    });
    return 0;
}
