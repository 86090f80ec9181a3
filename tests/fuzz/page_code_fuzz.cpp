// What a scanner read from a code on paper: taken only if it is exactly what we print.
#include "casefile/page_code.h"
#include "fuzz/contract.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ugoda;
    const std::string_view text = fuzz::text_of(data, size);
    if (const auto code = parse_page_code(text)) {
        fuzz::must(to_text(*code) == text);
        fuzz::must(!short_code(*code).empty());
    }
    return 0;
}
