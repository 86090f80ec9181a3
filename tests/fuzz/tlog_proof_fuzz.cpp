// Proofs of a dossier, as texts.
#include "audit/checkpoint.h"
#include "audit/tlog_proof.h"
#include "fuzz/contract.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ugoda;
    const std::string_view text = fuzz::text_of(data, size);
    fuzz::must_end_well([&] {
        if (const auto proof = parse_tlog_proof(text)) {
            fuzz::must(to_text(*proof) == text);
            fuzz::must(parse_checkpoint(proof->checkpoint).has_value());
        }
        if (const auto proof = parse_consistency(text)) fuzz::must(to_text(*proof) == text);
    });
    return 0;
}
