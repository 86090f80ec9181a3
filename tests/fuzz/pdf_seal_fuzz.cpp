// A PDF as somebody brings it: nothing that is made up may pass for sealed.
#include "fuzz/contract.h"
#include "seal/pdf_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ugoda;
    const std::string_view pdf = fuzz::text_of(data, size);
    fuzz::must_end_well([&] {
        const PdfCheck check = check_pdf(pdf);
        for (const SealFound& seal : check.seals) fuzz::must(seal.covers <= size);
        for (const RevisionFound& revision : check.revisions) fuzz::must(revision.begin <= revision.end && revision.end <= size);
        fuzz::must(!check.seals.empty() || worst(check.findings) >= Level::warning);
    });
    return 0;
}
