// The law's deadlines as a salon may have changed them: read, and then asked of a real case.
#include "fuzz/contract.h"
#include "fuzz/source_files.h"
#include "intake/deadlines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ugoda;
    fuzz::must_end_well([&] {
        const DeadlineBook book =
            parse_deadlines(std::string(fuzz::text_of(data, size)), "deadlines.json");
        const Json sections = fuzz::sample_file();
        const CaseUnderLaw law{sections, "PL", "Andalucía", "Europe/Warsaw"};
        (void)duties_of(book, law);
        (void)limits_of(book, law);
        (void)notes_of(book, law);
    });
    return 0;
}
