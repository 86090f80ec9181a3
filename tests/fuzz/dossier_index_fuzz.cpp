// dossier.json of somebody else's dossier.
#include "base/json.h"
#include "dossier/dossier_index.h"
#include "fuzz/contract.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ugoda;
    const std::string_view text = fuzz::text_of(data, size);
    fuzz::must_end_well([&] {
        if (const auto index = parse_dossier_index(text)) {
            fuzz::must(to_text(*index) == text);
            fuzz::must(canonical_json(parse_json(text, "dossier.json")) == text);
        }
    });
    return 0;
}
